#include "engine/message.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "course.h"
#include "engine/minutes.h"
#include "text/text.h"

#include <string.h>

/* Workshops that brought none of their own. What tells of time is soon no longer true. */
static const struct message usual[] = {
	{ N_("Five minutes are left."), 60000 },
	{ N_("Scribes, please begin to sum up."), 180000 },
	{ N_("Please change seats."), 180000 },
};

static const char *const openings[] = { "[", "［" }, *const closings[] = { "]", "］" };

/* The length in "[3分で消える]": a Japanese line says what becomes of it. */
static bool read_life(const char *text, size_t len, int64_t *ret_ms)
{
	static const char goes[] = "で消える";
	size_t tail = strlen(goes);
	char length[32];
	int64_t ms;

	if (len > tail && memcmp(text + len - tail, goes, tail) == 0)
		len -= tail;
	if (len >= sizeof length)
		return false;
	memcpy(length, text, len);
	length[len] = '\0';
	if (minutes_parse(length, &ms) != ST_OK || ms <= 0)
		return false;
	*ret_ms = ms;
	return true;
}

/* The bytes before the bracket that closes the line, if it says a life time; else all of them. */
static size_t before_life(const char *line, size_t len, int64_t *ret_ms)
{
	for (size_t i = 0; i < COUNT(closings); i++) {
		size_t close = strlen(closings[i]), open = strlen(openings[i]), at = len;
		if (len < close || memcmp(line + len - close, closings[i], close) != 0)
			continue;
		while (at > open && memcmp(line + at - open, openings[i], open) != 0)
			at--;
		if (at > open && read_life(line + at, len - close - at, ret_ms))
			return at - open;
	}
	return len;
}

struct message message_of_line(const char *line, size_t len, struct arena *arena)
{
	struct message message = { 0 };
	const char *text = text_trim(line, len, &len);

	text = text_trim(text, before_life(text, len, &message.life_ms), &len);
	message.text = arena_copy_len(arena, text, len);
	return message;
}

static const struct message *usual_ones(struct arena *arena, size_t *ret_len)
{
	struct message *messages = arena_new(arena, COUNT(usual), sizeof *messages);

	for (size_t i = 0; i < COUNT(usual); i++)
		messages[i] = (struct message){ _(usual[i].text), usual[i].life_ms };
	*ret_len = COUNT(usual);
	return messages;
}

const struct message *message_presets(const struct workbook *book, struct arena *arena, size_t *ret_len)
{
	const struct workshop *workshop = workbook_workshop(book);
	const char *lines = workshop ? workshop->messages : "";
	struct message *messages = arena_new(arena, MESSAGE_PRESETS_MAX, sizeof *messages);
	size_t len = 0;

	while (*lines && len < MESSAGE_PRESETS_MAX) {
		size_t line = strcspn(lines, "\n");
		messages[len] = message_of_line(lines, line, arena);
		len += *messages[len].text != '\0';
		lines += line + (lines[line] == '\n');
	}
	if (len == 0)
		return usual_ones(arena, ret_len);
	*ret_len = len;
	return messages;
}

/* --- the fold -------------------------------------------------------------------------------------------------------- */

bool stage_show_message(struct course *course, const struct entry *entry)
{
	struct run_stage *stage = &course->stage;

	stage->message = entry->row->text;
	stage->message_at_ms = *stage->message ? entry->wall_ms : 0;
	course->message_ends = *stage->message && entry->ms > 0;
	course->message_end_ms = entry->steady_ms + entry->ms;
	return true;
}

/* The stage as it is now: a message whose time is over is gone, without a row that says so. */
struct run_stage stage_now(const struct course *course, int64_t steady_ms, int64_t wall_ms)
{
	struct run_stage stage = course->stage;

	if (!course->message_ends)
		return stage;
	stage.message_until_ms = wall_ms + course->message_end_ms - steady_ms;
	if (course->message_end_ms <= steady_ms) {
		stage.message = "";
		stage.message_at_ms = stage.message_until_ms = 0;
	}
	return stage;
}
