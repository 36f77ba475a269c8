#include "directory.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "engine/words.h"

#include <stdlib.h>

enum { PAGE = 10 };

/* --- the bar ------------------------------------------------------------------------------------------------------------ */

void directory_show_row(struct console *console, enum entity entity, const char *id)
{
	if (entity != directory_of(console)->kind->entity)
		return;
	directory_aim(console, id);
	directory_refresh(console);
}

static void move(struct console *console, int by)
{
	struct directory *directory = directory_of(console);
	size_t back = (size_t)-by;

	if (by < 0)
		directory_go_to(directory, directory->bar > back ? directory->bar - back : 0);
	else
		directory_go_to(directory, directory->bar + (size_t)by);
}

void directory_up(struct console *console)
{
	move(console, -1);
}

void directory_down(struct console *console)
{
	move(console, 1);
}

void directory_page_up(struct console *console)
{
	move(console, -PAGE);
}

void directory_page_down(struct console *console)
{
	move(console, PAGE);
}

void directory_first(struct console *console)
{
	directory_go_to(directory_of(console), 0);
}

void directory_last(struct console *console)
{
	struct directory *directory = directory_of(console);

	directory_go_to(directory, directory->len);
}

/* It stays with its row; where that is gone, or hidden now, with the place. */
static void follow_bar(struct console *console)
{
	struct directory *directory = directory_of(console);
	const struct row *row = *directory->barred ? workbook_find(&console->book, directory->kind->entity, directory->barred) : NULL;
	bool was_there = *directory->barred, is_own = directory->reloads_own;
	size_t at = 0;

	while (row && at < directory->len && directory->rows[at] != row)
		at++;
	directory->reloads_own = false;
	if (row && at < directory->len) {
		directory_go_to(directory, at);
		return;
	}
	directory_go_to(directory, directory->bar);
	if (row && is_own)
		console_say(console, "%s", _("Saved. The filter hides it; F shows all."));
	directory->is_lost = was_there && !row && !is_own;
	if (directory->is_lost)
		console_say(console, "%s", _("Somebody else has deleted the line you were at."));
}

/* --- words ---------------------------------------------------------------------------------------------------------------- */

static size_t find_len(const struct console *console)
{
	return directory_of(console)->len;
}

static size_t find_bar(const struct console *console)
{
	return directory_of(console)->bar;
}

static void find_go_to(struct console *console, size_t row)
{
	directory_go_to(directory_of(console), row);
}

static void find_add_text(const struct console *console, size_t row, struct buf *out)
{
	const struct directory *directory = directory_of(console);

	directory->kind->add_text(console, directory->rows[row], out);
}

const struct find_list directory_list = {
	.len = find_len, .bar = find_bar, .go_to = find_go_to, .add_text = find_add_text, .is_long = true,
};

/* --- life ----------------------------------------------------------------------------------------------------------------- */

void *directory_open(struct console *console, const struct directory_kind *kind, size_t state_size)
{
	struct directory *directory = mem_new(1, state_size);

	directory->kind = kind;
	console->state = directory;
	directory_gather(console);
	directory_go_to(directory, 0);
	desk_restore(&directory->desk, console, kind->place, kind->forms);
	return directory;
}

void directory_close(void *state)
{
	struct directory *directory = state;

	desk_done(&directory->desk);
	directory_forget_choices(directory);
	arena_done(&directory->arena);
	arena_done(&directory->texts_arena);
	free(directory);
}

void directory_refresh(struct console *console)
{
	struct directory *directory = directory_of(console);

	directory_gather(console);
	follow_bar(console);
	if (desk_has_form(&directory->desk))
		form_catch_up(&directory->desk.form, &console->book);
}

bool directory_is_still(const struct console *console)
{
	(void)console;
	return true;
}

enum command_scope directory_footer(const struct console *console)
{
	return desk_has_form(&directory_of(console)->desk) ? AT_form : console->screen->scope;
}

/* --- as it looks ---------------------------------------------------------------------------------------------------------- */

static void add_cell(const void *ctx, size_t row, size_t column, struct buf *out, enum style *style)
{
	const struct console *console = ctx;
	const struct directory *directory = directory_of(console);

	directory->kind->add_cell(console, directory->rows[row], column, out, style);
}

static void add_counts(const struct directory *directory, struct buf *out)
{
	if (directory->len == directory->all)
		buf_addf(out, "%zu", directory->all);
	else
		buf_addf(out, _("%zu of %zu"), directory->len, directory->all);
}

static void add_details(const struct console *console, const struct row *row, struct buf *out)
{
	size_t len;

	if (directory_versions_of(console, row, &len))
		buf_addf(out, "%s\n", _("Written twice; V shows both."));
	directory_of(console)->kind->add_details(console, row, out);
}

static void draw_again(const struct console *console, struct canvas *canvas)
{
	struct directory *directory = directory_of(console);
	const struct directory_kind *kind = directory->kind;
	struct buf counts = { 0 }, filters = { 0 }, details = { 0 };
	struct words mark = words_rehearsal(&console->book);
	struct form_view form;

	add_counts(directory, &counts);
	directory_add_filters(console, &filters);
	if (directory_row(console))
		add_details(console, directory_row(console), &details);
	struct directory_view view = {
		.mark = mark.text,
		.title = _(kind->title),
		.counts = buf_text(&counts),
		.filters = buf_text(&filters),
		.details = buf_text(&details),
		.empty = directory->all ? _("No line is like that; F shows all.") : _(kind->empty),
		.columns = kind->columns,
		.columns_len = kind->columns_len,
		.len = directory->len,
		.bar = directory->bar,
		.drawn = &directory->drawn,
		.add_cell = add_cell,
		.ctx = console,
	};
	if (desk_has_form(&directory->desk)) {
		form = form_view_of(&directory->desk.form, &console->book);
		view.form = &form;
	}
	directory_view_draw(canvas, &view);
	directory->desk.form.cols = form_view_cols(canvas);
	buf_done(&counts);
	buf_done(&filters);
	buf_done(&details);
}

void directory_draw(const struct console *console, struct canvas *canvas)
{
	directory_of(console)->drawn.is_there = false;
	draw_again(console, canvas);
}

bool directory_draw_own(const struct console *console, struct canvas *canvas, struct rect *ret_area)
{
	if (widget_too_small(canvas) || desk_has_form(&directory_of(console)->desk))
		return false;
	draw_again(console, canvas);
	*ret_area = canvas_whole(canvas);
	return true;
}

const bool directory_moves_bar[CMD_COUNT] = {
	[CMD_directory_up] = true, [CMD_directory_down] = true, [CMD_directory_page_up] = true,
	[CMD_directory_page_down] = true, [CMD_directory_first] = true, [CMD_directory_last] = true,
};
