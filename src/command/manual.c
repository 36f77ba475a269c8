#include "command/manual.h"

#include "base/i18n.h"
#include "command/command.h"

#include <string.h>

/* What a document is made of. Each function appends. */
struct manual_style {
	void (*scope)(struct buf *out, enum command_scope scope);
	void (*command)(struct buf *out, enum command command);
};

static bool scope_has_commands(enum command_scope scope)
{
	for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++)
		if (command_infos[command].scope == scope)
			return true;
	return false;
}

static void write_manual(struct buf *out, const struct manual_style *style)
{
	for (enum command_scope scope = 0; scope < AT_COUNT; scope++) {
		if (!scope_has_commands(scope))
			continue;
		style->scope(out, scope);
		for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++)
			if (command_infos[command].scope == scope)
				style->command(out, command);
	}
}

/* The keys of a command between `before` and `after`, each escaped by add; ":name" where it has none, since the palette
 * finds it. */
static void add_keys(struct buf *out, enum command command, const char *before, const char *after,
		     void (*add)(struct buf *out, const char *text))
{
	struct key keys[COMMAND_KEYS_MAX];
	size_t len = command_keys(command, keys, COMMAND_KEYS_MAX);
	char name[KEY_NAME_LEN];

	for (size_t i = 0; i < len; i++) {
		buf_add_text(out, i > 0 ? ", " : "");
		buf_add_text(out, before);
		key_print(keys[i], name);
		add(out, name);
		buf_add_text(out, after);
	}
	if (len == 0) {
		buf_add_text(out, before);
		buf_add_char(out, ':');
		add(out, command_infos[command].name);
		buf_add_text(out, after);
	}
}

static void add_markdown(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '|')
			buf_add_char(out, '\\');
		buf_add_char(out, *text);
	}
}

static void markdown_scope(struct buf *out, enum command_scope scope)
{
	enum command_scope parent = scope_parent(scope);

	buf_addf(out, "\n## %s\n\n", scope_title(scope));
	if (parent != scope) {
		buf_addf(out, _("Also here: the keys of “%s”."), scope_title(parent));
		buf_add_text(out, "\n\n");
	}
	buf_addf(out, "| %s | %s | %s |\n|---|---|---|\n", _("Key"), _("Hint"), _("What it does"));
}

static void markdown_command(struct buf *out, enum command command)
{
	buf_add_text(out, "| ");
	add_keys(out, command, "`", "`", add_markdown);
	buf_add_text(out, " | ");
	add_markdown(out, command_hint(command));
	buf_add_text(out, " | ");
	add_markdown(out, command_help(command));
	buf_add_text(out, " |\n");
}

void manual_markdown(struct buf *out)
{
	static const struct manual_style style = { markdown_scope, markdown_command };

	buf_addf(out, "# %s\n\n", _("Keys"));
	buf_add_text(out, _("Full-width keys mean their half-width ones, so that an input method may be left on."));
	buf_add_text(out, "\n");
	write_manual(out, &style);
}

/* A full stop or an apostrophe would begin a request, a minus would become a hyphen that cannot be searched for. */
static void add_roff(struct buf *out, const char *text)
{
	if (*text == '.' || *text == '\'')
		buf_add_text(out, "\\&");
	for (; *text; text++) {
		if (*text == '\\')
			buf_add_text(out, "\\e");
		else if (*text == '-')
			buf_add_text(out, "\\-");
		else
			buf_add_char(out, *text);
	}
}

static void roff_scope(struct buf *out, enum command_scope scope)
{
	buf_add_text(out, ".SS ");
	add_roff(out, scope_title(scope));
	buf_add_char(out, '\n');
}

static void roff_command(struct buf *out, enum command command)
{
	buf_add_text(out, ".TP\n");
	add_keys(out, command, "\\fB", "\\fR", add_roff);
	buf_add_char(out, '\n');
	add_roff(out, command_help(command));
	buf_add_char(out, '\n');
}

void manual_roff(struct buf *out)
{
	static const struct manual_style style = { roff_scope, roff_command };

	write_manual(out, &style);
}
