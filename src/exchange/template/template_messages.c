#include "template_messages.h"

#include "base/i18n.h"
#include "engine/message.h"

#include <string.h>

bool messages_take_heading(struct span text)
{
	return (span_take(&text, "お知らせ") || span_take(&text, "messages")) && text.len == 0;
}

static size_t count_lines(const char *text)
{
	size_t lines = 0;

	for (const char *at = text; *at; at += strcspn(at, "\n"), at += *at == '\n')
		lines++;
	return lines;
}

static enum status check_room(const struct template *template, const char *line, struct fault *fault)
{
	const int64_t most_line = field_info_of(FIELD_run_row_text)->limit;
	const int64_t most = field_info_of(FIELD_workshop_messages)->limit;

	if (count_lines(template->messages) == MESSAGE_PRESETS_MAX)
		return fault_set(fault, ST_INVALID, _("an agenda has at most %d messages."), MESSAGE_PRESETS_MAX);
	if ((int64_t)strlen(line) > most_line || (int64_t)(strlen(template->messages) + strlen(line) + 1) > most)
		return fault_set(fault, ST_INVALID, _("the messages are too long (at most %lld bytes in all)."),
				 (long long)most);
	return ST_OK;
}

static enum status add(struct template *template, struct span text, struct fault *fault)
{
	const char *line = span_copy_line(&template->arena, text);
	struct buf lines = { 0 };

	if (!*line)
		return ST_OK;
	enum status st = check_room(template, line, fault);
	if (st != ST_OK)
		return st;
	buf_addf(&lines, "%s%s%s", template->messages, *template->messages ? "\n" : "", line);
	template->messages = arena_copy(&template->arena, buf_text(&lines));
	buf_done(&lines);
	return ST_OK;
}

enum status messages_take_line(struct span line, struct template *template, struct fault *fault)
{
	struct span text = span_trim(line);

	if (text.len == 0)
		return ST_OK;
	if (!span_take_bullet(&text))
		return fault_set(fault, ST_INVALID,
				 _("below “## Messages” a line says a message, as in “- Please change seats. [3 min]”; "
				   "found “%s”."),
				 span_excerpt(text).text);
	return add(template, text, fault);
}

void messages_of_workshop(const struct workshop *workshop, struct template *template)
{
	struct span rest = span_of(workshop->messages), line;

	template->messages = "";
	while (span_take_line(&rest, &line))
		if (add(template, line, NULL) != ST_OK)
			break;
}

void messages_print(const struct template *template, struct buf *out)
{
	struct span rest = span_of(template->messages), line;

	if (rest.len == 0)
		return;
	buf_addf(out, "\n## %s\n\n", template->japanese ? "お知らせ" : "Messages");
	while (span_take_line(&rest, &line))
		buf_addf(out, "- %.*s\n", (int)line.len, line.at);
}
