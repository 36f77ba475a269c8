/* directory.h - screens that are a list of one entity's rows: looked through, filtered, sorted, written in a form, deleted, taken
 * back.
 * Floor: app (private).
 *
 * Such a screen is a struct directory_kind (tables, and a few small functions that say what a row looks like), a scope of
 * commands.def under AT_directory with the commands that only it has, and a `struct screen` of the functions below; its state
 * begins with a struct directory. cards.c is one.
 *
 * directory.c: the screen, its life and the bar. directory_filter.c: which rows are shown, and in which order.
 * directory_write.c: the form, what is deleted and what is taken back. */
#ifndef APP_DIRECTORY_H
#define APP_DIRECTORY_H

#include "console/console.h"
#include "form/desk.h"
#include "view/directory.h"

enum { DIRECTORY_FACETS_MAX = 12 };

/* By what rows are told apart: a code, by its labels; a text, by what the rows hold (an area, a source); or, with `of`, whatever
 * can be said of a row, as an index of `labels`. */
struct directory_facet {
	const char *label; /* N_() */
	enum field field;
	size_t (*of)(const struct console *console, const struct row *row);
	const char *const *labels; /* N_() */
	size_t labels_len;
};

/* compare NULL: as the workbook has them. What is equal stays in that order. */
struct directory_sort {
	const char *label; /* N_() */
	int (*compare)(const struct console *console, const struct row *a, const struct row *b);
};

struct directory_kind {
	enum entity entity;
	const char *title, *empty; /* N_(): in the header; what to do where there is no row at all */
	const struct form_specs *forms; /* the first is what rows are added and changed in */
	const char *place;         /* of the drafts, one word */
	const struct directory_facet *facets;
	size_t facets_len;
	const struct directory_sort *sorts; /* at least one */
	size_t sorts_len;
	const struct directory_column *columns;
	size_t columns_len;
	bool (*holds)(const struct console *console, const struct row *row); /* is the row one of the list? NULL: all are */
	/* What stands in a column of a row; style may be changed. Called for the rows that are drawn only. */
	void (*add_cell)(const struct console *console, const struct row *row, size_t column, struct buf *out, enum style *style);
	void (*add_details)(const struct console *console, const struct row *row, struct buf *out); /* the one under the bar */
	/* The id of another row that is shown with it; "": none is. */
	const char *(*beside)(const struct console *console, const struct row *row);
	void (*add_text)(const struct console *console, const struct row *row, struct buf *out); /* in which words are looked for */
	/* What a new row says beyond its form, into the batch's newest fact; NULL: nothing. */
	void (*add_to_new)(struct console *console, struct batch *batch);
};

/* What a facet is narrowed to. */
struct directory_choice {
	bool is_on;
	size_t value; /* of a code or of labels */
	char *text;   /* owned; of a text facet: what stands there, */
	bool is_part; /* or a part of it */
};

struct directory {
	const struct directory_kind *kind;
	struct arena arena;      /* of rows */
	const struct row **rows; /* as shown; borrowed from the workbook */
	size_t len, all;         /* all: before the filters */
	size_t bar;
	struct list_drawn drawn;
	char barred[ID_LEN + 1]; /* the row under the bar, which it follows; "": none */
	bool is_lost;            /* somebody else deleted that row, and the bar has not moved since */
	bool reloads_own;        /* the next reload shows what we wrote */
	struct directory_choice choices[DIRECTORY_FACETS_MAX];
	char *words;             /* owned; NULL: rows are not narrowed to words */
	size_t facet;            /* being chosen */
	char **texts;            /* of that facet: what is offered; in texts_arena */
	size_t texts_len;
	struct arena texts_arena;
	size_t sort;
	struct desk desk;
};

struct directory *directory_of(const struct console *console);
const struct row *directory_row(const struct console *console); /* under the bar; NULL: no row is shown */

/* --- for the struct screen ---
 * state_size: of the screen's own state, which is zeroed beyond its directory. Its `open` calls the one, its `close` the other. */
void *directory_open(struct console *console, const struct directory_kind *kind, size_t state_size);
void directory_close(void *state);
void directory_refresh(struct console *console);
void directory_written(struct console *console);
enum typed directory_type(struct console *console, const struct input_event *event);
void directory_tick(struct console *console);
int64_t directory_next_ms(const struct console *console);
int64_t directory_next_real_ms(const struct console *console);
void directory_leave(struct console *console);
void directory_show_row(struct console *console, enum entity entity, const char *id);
bool directory_is_still(const struct console *console);
enum command_scope directory_footer(const struct console *console);
void directory_draw(const struct console *console, struct canvas *canvas);
bool directory_draw_own(const struct console *console, struct canvas *canvas, struct rect *ret_area);
extern const bool directory_moves_bar[CMD_COUNT];
extern const struct find_list directory_list;
#define DIRECTORY_SCREEN DIRECTORY_SCREEN_BUT_REFRESH, .refresh = directory_refresh
/* For a screen that looks something up itself before the rows are gathered. */
#define DIRECTORY_SCREEN_BUT_REFRESH                                                                                 \
	.written = directory_written, .type = directory_type,                           \
	.tick = directory_tick, .next_ms = directory_next_ms, .next_real_ms = directory_next_real_ms, \
	.leave = directory_leave, .is_still = directory_is_still,                                                       \
	.footer = directory_footer, .moves_bar = directory_moves_bar, .draw = directory_draw,                         \
	.draw_own = directory_draw_own, .list = &directory_list, .show_row = directory_show_row

/* --- for its handlers --- */
command_handler directory_up, directory_down, directory_page_up, directory_page_down, directory_first, directory_last, directory_add,
	directory_edit, directory_remove, directory_undo, directory_redo, directory_versions, directory_filter, directory_show_all, directory_sort_on;
#define DIRECTORY_LIST_HANDLERS                                                                                        \
	[CMD_directory_up] = directory_up, [CMD_directory_down] = directory_down,                                      \
	[CMD_directory_page_up] = directory_page_up, [CMD_directory_page_down] = directory_page_down,                  \
	[CMD_directory_first] = directory_first, [CMD_directory_last] = directory_last,                                \
	[CMD_directory_undo] = directory_undo, [CMD_directory_versions] = directory_versions, [CMD_directory_redo] = directory_redo,                                  \
	[CMD_directory_filter] = directory_filter, [CMD_directory_show_all] = directory_show_all,                      \
	[CMD_directory_sort] = directory_sort_on, [CMD_directory_find] = find_open,                                    \
	[CMD_directory_find_next] = find_next, [CMD_directory_find_before] = find_before
/* Those, and rows that are written and deleted as they are. */
#define DIRECTORY_HANDLERS                                                                                             \
	DIRECTORY_LIST_HANDLERS, [CMD_directory_add] = directory_add, [CMD_directory_edit] = directory_edit,           \
	[CMD_directory_remove] = directory_remove

/* --- for commands that only one screen has --- */
void directory_open_form(struct console *console, const struct form_spec *spec, const struct row *row);
/* Begins a fact about the row under the bar in the effects' batch: its fields may be set now, and then directory_write() called.
 * NULL: no row, or it is lost, which is said. */
const struct row *directory_change(struct console *console);
/* Call when the effects' batch is complete. `done` is said when it is on disk; an empty batch is nothing to do. */
void directory_write(struct console *console, enum writing writing, const char *done);
void directory_choose_facet(struct console *console, size_t facet);
void directory_aim(struct console *console, const char *id); /* the bar goes there as soon as the row is shown */

/* --- between its parts --- */
/* directory_versions.c: of what is shown in the row's line; NULL: nothing in it was written twice. */
const struct version *directory_versions_of(const struct console *console, const struct row *row, size_t *ret_len);
void directory_gather(struct console *console); /* the rows that are shown, anew */
void directory_go_to(struct directory *directory, size_t bar);
void directory_add_filters(const struct console *console, struct buf *out); /* in words; nothing: all rows are shown */
void directory_forget_choices(struct directory *directory);

#endif
