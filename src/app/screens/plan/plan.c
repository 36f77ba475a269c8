#include "plan.h"

#include "base/mem.h"
#include "screens/screens.h"

#include <stdlib.h>

/* --- writing ----------------------------------------------------------------------------------------------------------- */

static void written(struct console *console)
{
	struct plan *plan = plan_of(console);
	const struct batch *batch = &console->effects.batch;
	enum writing writing = desk_written(&plan->desk, console);

	if (writing == WRITING_FORM)
		plan_follow_form(console);
	else if (writing == WRITING_UNDO || writing == WRITING_REDO)
		plan_aim(plan, batch->facts[batch->len - 1].id);
}

/* --- the bar ------------------------------------------------------------------------------------------------------------ */

static void go_up(struct console *console)
{
	plan_step_bar(plan_of(console), -1);
}

static void go_down(struct console *console)
{
	plan_step_bar(plan_of(console), 1);
}

/* To the first row behind the next heading, and round the end. */
static void next_part(struct console *console)
{
	struct plan *plan = plan_of(console);

	for (size_t i = 1; i <= plan->len; i++) {
		size_t at = (plan->bar + i) % plan->len;
		if (plan->rows[at].kind != PLAN_HEADING || at + 1 == plan->len || plan->rows[at + 1].kind == PLAN_HEADING)
			continue;
		plan_go_to(plan, at + 1);
		return;
	}
}

/* --- words in the list -------------------------------------------------------------------------------------------------- */

static size_t find_len(const struct console *console)
{
	return plan_of(console)->len;
}

static size_t find_bar(const struct console *console)
{
	return plan_of(console)->bar;
}

static void find_go_to(struct console *console, size_t row)
{
	plan_go_to(plan_of(console), row);
}

/* What the room sees and what is read out stands with its step. */
static void find_add_text(const struct console *console, size_t index, struct buf *out)
{
	const struct plan_row *row = &plan_of(console)->rows[index];
	const struct item *item = row->kind == PLAN_STEP ? console->run.items[row->step].item : NULL;

	if (item)
		buf_addf(out, "%s\n%s\n%s\n%s", item->title, item->block, item->room, item->cue);
	else
		buf_addf(out, "%s\n%s", row->label, row->text);
}

static const struct find_list list = { .len = find_len, .bar = find_bar, .go_to = find_go_to, .add_text = find_add_text };

/* --- life --------------------------------------------------------------------------------------------------------------- */

static void refresh(struct console *console)
{
	struct plan *plan = plan_of(console);

	plan_rows_gather(console);
	plan_follow_bar(plan);
	if (desk_has_form(&plan->desk))
		form_catch_up(&plan->desk.form, &console->book);
}

static void show_row(struct console *console, enum entity entity, const char *id)
{
	(void)entity;
	plan_aim(plan_of(console), id);
	plan_follow_bar(plan_of(console));
}

static void look_back(struct console *console)
{
	struct plan *plan = plan_of(console);
	struct buf words = { 0 };
	struct fault fault = { "" };
	enum status st = last_time_load(console->app, console->workshop, &plan->last_time, &fault);

	if (st == ST_OK && plan->last_time.is_known) {
		const struct workshop *before = workbook_workshop(&plan->last_time.before);
		st = store_load(console->app->store, before->id, store_reach_all, &plan->before, &fault);
	}
	if (st != ST_OK)
		console_complain(console, &fault);
	plan->carried = carry_of(&plan->before, &plan->before.arena);
	carry_say_all(&plan->carried, &words);
	plan->looked_at = mem_copy(buf_text(&words));
	buf_done(&words);
	/* Somebody may have written between the readings, which the store now takes for known. */
	console->effects.reload = true;
}

static void *open_plan(struct console *console)
{
	struct plan *plan = mem_new(1, sizeof *plan);

	console->state = plan;
	look_back(console);
	plan->bar = 1;
	refresh(console);
	desk_restore(&plan->desk, console, "plan", &plan_forms);
	return plan;
}

static void close_plan(void *state)
{
	struct plan *plan = state;

	desk_done(&plan->desk);
	arena_done(&plan->arena);
	workbook_done(&plan->before);
	last_time_done(&plan->last_time);
	free(plan->looked_at);
	free(plan->path);
	free(plan);
}

static void tick(struct console *console)
{
	desk_tick(&plan_of(console)->desk, console);
}

static int64_t next_ms(const struct console *console)
{
	return desk_next_ms(&plan_of(console)->desk, console);
}

static void leave(struct console *console)
{
	desk_leave(&plan_of(console)->desk, console);
}

static enum typed type(struct console *console, const struct input_event *event)
{
	struct desk *desk = &plan_of(console)->desk;

	if (!desk_has_form(desk))
		return NOT_TYPED;
	switch (form_take(&desk->form, event, &console->book)) {
	case FORM_TYPED:
	case FORM_CHANGED:
		desk_note_typing(desk, console);
		break;
	case FORM_ACCEPTED:
		plan_accept_form(console);
		break;
	case FORM_CANCELLED:
		desk_leave_form(desk, console);
		break;
	case FORM_TOO_LONG:
		console_complain_of_length(console, form_edit(&desk->form));
		break;
	case FORM_CHOOSES:
		console_complain_of_choice(console);
		break;
	case FORM_CHAIN:
	case FORM_IGNORED:
		break;
	}
	return TYPED_MORE;
}

static void draw_again(const struct console *console, struct canvas *canvas)
{
	struct plan *plan = plan_of(console);
	struct form_view form;
	struct plan_view view = {
		.book = &console->book,
		.run = &console->run,
		.last_time = plan->spent,
		.series = plan->series,
		.rows = plan->rows,
		.len = plan->len,
		.bar = plan->bar,
		.drawn = &plan->drawn,
		.looked_at = plan->looked_at,
	};

	if (desk_has_form(&plan->desk)) {
		form = form_view_of(&plan->desk.form, &console->book);
		view.form = &form;
	}
	plan_view_draw(canvas, &view);
	plan->desk.form.cols = form_view_cols(canvas);
}

static void draw(const struct console *console, struct canvas *canvas)
{
	plan_of(console)->drawn.is_there = false;
	draw_again(console, canvas);
}

static bool draw_own(const struct console *console, struct canvas *canvas, struct rect *ret_area)
{
	if (widget_too_small(canvas) || desk_has_form(&plan_of(console)->desk))
		return false;
	draw_again(console, canvas);
	*ret_area = canvas_whole(canvas);
	return true;
}

static const bool moves_bar[CMD_COUNT] = { [CMD_plan_up] = true, [CMD_plan_down] = true, [CMD_plan_next_part] = true };

static enum command_scope footer(const struct console *console)
{
	return desk_has_form(&plan_of(console)->desk) ? AT_form : AT_plan;
}

static command_handler *const handlers[CMD_COUNT] = {
	[CMD_plan_edit] = plan_edit,             [CMD_plan_add] = plan_add,
	[CMD_plan_duplicate] = plan_duplicate,   [CMD_plan_remove] = plan_remove,
	[CMD_plan_move_up] = plan_move_up,       [CMD_plan_move_down] = plan_move_down,
	[CMD_plan_add_minute] = plan_add_minute, [CMD_plan_take_minute] = plan_take_minute,
	[CMD_plan_add_five] = plan_add_five,     [CMD_plan_take_five] = plan_take_five,
	[CMD_plan_time] = plan_time,             [CMD_plan_protect] = plan_protect,
	[CMD_plan_last_time] = plan_last_time,   [CMD_plan_carry] = plan_carry,
	[CMD_plan_fit] = plan_fit,               [CMD_plan_save_template] = plan_save_template,
	[CMD_plan_read_file] = plan_read_file,   [CMD_plan_undo] = plan_undo,
	[CMD_plan_versions] = plan_versions,
	[CMD_plan_redo] = plan_redo,             [CMD_plan_next_part] = next_part,
	[CMD_plan_up] = go_up,                   [CMD_plan_down] = go_down,
	[CMD_plan_find] = find_open,             [CMD_plan_find_next] = find_next,
	[CMD_plan_find_before] = find_before,
};

const struct screen screen_plan = {
	.name = "plan",
	.scope = AT_plan,
	.reach = { .reach = REACH_PRIVATE, .unsealed = true },
	.open = open_plan,
	.close = close_plan,
	.refresh = refresh,
	.written = written,
	.handlers = handlers,
	.moves_bar = moves_bar,
	.type = type,
	.tick = tick,
	.next_ms = next_ms,
	.draw = draw,
	.draw_own = draw_own,
	.leave = leave,
	.footer = footer,
	.show_row = show_row,
	.list = &list,
};
