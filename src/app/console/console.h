/* console.h - a full-screen console: a model, messages that change it, effects that change the world.
 * Floor: app (private).
 *
 * console_update() and everything it calls only change the model and write down effects; effects.c carries out what is the
 * store's (append facts, reload …) and loop.c the rest (leave, suspend …). The loop waits, and calls both; where people meet the
 * console is a front (loop.h). A screen is a row: see struct screen. */
#ifndef APP_CONSOLE_H
#define APP_CONSOLE_H

#include "chime.h"
#include "world/app.h"

#include "command/command.h"
#include "domain/fact.h"
#include "engine/act.h"
#include "engine/run.h"
#include "term/input.h"
#include "text/keylist.h"
#include "text/lineedit.h"
#include "view/canvas.h"

#include <stdbool.h>

struct console;
/* A screen's list, for whoever looks for words in it (find.c). */
struct find_list {
	size_t (*len)(const struct console *console);
	size_t (*bar)(const struct console *console);
	void (*go_to)(struct console *console, size_t row);
	void (*add_text)(const struct console *console, size_t row, struct buf *out); /* in which the words are to stand */
	/* It may be long, and says find_forget() whenever a row of it is another than before: so it is read once, and not for each
	 * character. */
	bool is_long;
};

typedef void command_handler(struct console *console);

/* What became of an event on a screen with a text field. */
enum typed {
	NOT_TYPED, /* no field has the keys, so keys are commands */
	TYPED,     /* nothing has changed but the screen's own state */
	TYPED_MORE,
};

/* One kind of full-screen console. Every function may be NULL but draw. */
struct screen {
	const char *name; /* as in `yoriai screen NAME` */
	enum command_scope scope;
	struct store_reach reach; /* what its model may hold */
	bool outline;             /* it shows many workshops */
	bool is_shared;           /* what it shows belongs to none of them: there need not be any */
	void *(*open)(struct console *console); /* its own state, from a loaded model */
	void (*close)(void *state);
	void (*refresh)(struct console *console); /* the workbook was read anew: rows may be gone */
	void (*written)(struct console *console); /* the effects' batch is on disk; the workbook is still as it was before */
	command_handler *const *handlers; /* [CMD_COUNT] */
	const bool *moves_bar;            /* [CMD_COUNT]: handlers that change nothing but where the bar is, and ask no clock */
	/* Takes what is typed while a text field has the keys, and whatever else needs neither the clock nor the store. */
	enum typed (*type)(struct console *console, const struct input_event *event);
	void (*tick)(struct console *console);            /* time has passed, or something happened */
	int64_t (*next_ms)(const struct console *console); /* when tick must come at the latest; -1 never */
	int64_t (*next_real_ms)(const struct console *console); /* the same by the machine's own clock, also in a rehearsal */
	void (*shown)(struct console *console);           /* what has changed has been seen, and a bell heard */
	void (*draw)(const struct console *console, struct canvas *canvas);
	/* Draws, over what was drawn last, only what has changed in its own state, and says where; false: that moves other things,
	 * draw it all. Typing is the one thing that must feel like nothing, and the rest of the screen stays as it was. */
	bool (*draw_own)(const struct console *console, struct canvas *canvas, struct rect *ret_area);
	void (*leave)(struct console *console);         /* about to close, also by a signal: a last chance for effects */
	bool (*is_still)(const struct console *console); /* nothing that moves by itself is shown; NULL: a clock is */
	bool (*is_bare)(const struct console *console); /* the room is looking: no footer, no notice row kept free */
	enum command_scope (*footer)(const struct console *console); /* whose hints to show; NULL: the scope's */
	void (*show_row)(struct console *console, enum entity entity, const char *id); /* the bar goes there, if it is there */
	const struct find_list *list; /* needed for commands that find_open() and find_next() handle */
	/* Its clock at the right end of the row above the footer of whatever lies over it, in FOOT_COLS columns; and what it has to
	 * say before it, where that is free. So it goes on while it is covered (layer.h); NULL: it waits. */
	void (*draw_foot)(const struct console *console, struct canvas *canvas, int row, bool is_free);
};

/* What lies over the screen and has the keys. */
enum overlay { OVERLAY_NONE, OVERLAY_HELP, OVERLAY_PALETTE, OVERLAY_PROMPT, OVERLAY_CHOICE, OVERLAY_FIND };

enum { FOOT_COLS = 11, CHOICES_MAX = 16, NOTES_MAX = 10, FOUND_MAX = 64 };
struct choice {
	char *label;
	int64_t value;
};

/* Words looked for in the screen's list. */
struct finding {
	char *words;  /* owned: those the bar stayed with last; NULL: none yet */
	size_t from;  /* where the bar was when the field was opened */
	bool is_lost; /* no row holds what stands in the field */
	struct keylist keys; /* of a long list: its first rows, as far as they have been read */
};

/* What is to be done in the world once the message has been dealt with. */
struct effects {
	struct batch batch;    /* facts to append; none: len 0 */
	/* May the batch be written as things stand there then? ST_REFUSED with a sentence. NULL: it may. */
	enum status (*guard)(const struct workbook *book, const struct batch *batch, struct fault *fault);
	char done[200];        /* shown when they are on disk; "" : nothing */
	const char *draft;     /* the draft's place to save draft_text under; NULL: none */
	char *draft_text;      /* owned; NULL forgets the draft */
	const char *draft_before; /* the place where that draft was found, to be forgotten once it is saved; NULL: none */
	char *papers; /* owned: a folder for all papers of the workshop papers_of (papers.h); NULL: none are asked for */
	char papers_of[ID_LEN + 1];
	void (*carry_out)(struct console *console); /* what else the screen has to do in the store; NULL: nothing */
	bool heartbeat;
	bool reload, redraw, suspend, quit;
	const struct screen *open; /* another console over this one */
	char open_workshop[ID_LEN + 1];
	int64_t open_table;
	enum entity open_entity; /* the bar goes to this row of it, if it shows that; */
	char open_row[ID_LEN + 1]; /* "": where it usually is */
	int64_t rehearse_speed; /* how fast to rehearse what is opened; 0: it is the real thing */
};

/* Where commands are typed as lines: what stands behind the command and nobody has taken yet ("add 3"). On a screen: zeroed. */
struct typed_line {
	bool is_one;
	const char *rest; /* "" : nothing is left */
	bool has_table;   /* it said which table is meant: the bar is there */
	bool lacks_table; /* it did not, and was asked */
};
const char *typed_line_take(struct typed_line *typed); /* all that is left; "" on a screen */
bool typed_line_take_number(struct typed_line *typed, int64_t *ret_number); /* its first word, if that is a number */

struct console {
	struct app *app;
	const struct screen *screen;
	void *state; /* the screen's own */

	/* The model: what is on disk, and what follows from it now. */
	char workshop[ID_LEN + 1]; /* "" for an outline */
	int64_t table;             /* a scribe's table number; 0: none */
	struct workbook book;
	struct store_reach read; /* by which the book was read */
	struct arena run_arena;
	struct run run;
	struct moment now, opened;
	int64_t fold_due_ms; /* boot clock: when what the run shows changes next; -1 never */
	int64_t scribes[64]; /* tables with a live scribe */
	size_t scribes_len;
	int64_t stopped[64]; /* those of them whose scribe's program stands still */
	size_t stopped_len;

	/* What lies over it. */
	enum overlay overlay;
	int overlay_top;      /* help: the first row shown */
	size_t overlay_bar;   /* palette, choice: the row under the bar */
	char overlay_title[200];
	struct lineedit edit; /* palette, prompt, find */
	bool asks_path;       /* the prompt is for a file's name */
	struct finding finding;
	struct typed_line typed;
	enum command found[FOUND_MAX];
	size_t found_len;
	struct choice choices[CHOICES_MAX];
	size_t choices_len;
	char *notes[NOTES_MAX]; /* what there is to know before choosing: lines above the choices */
	size_t notes_len;
	void (*accept_text)(struct console *console, const char *text);
	void (*accept_choice)(struct console *console, int64_t value);

	char notice[768]; /* one line about what happened; "" : none */
	bool notice_is_bad;
	bool only_own; /* since the last paint: see TYPED */
	bool came_back; /* from a console that was opened over this one */
	struct console *below; /* over which it was opened; NULL: it is the first */
	struct chime chime;
	bool bell_due; /* to be heard once what has changed has been seen */

	struct effects effects;
};

/* Update: model and message to model and effects. Returns how many bytes of the event's text it took: the effects of one
 * command are carried out before the next. */
size_t console_update(struct console *console, const struct input_event *event);
void console_do(struct console *console, enum command command);
void console_fold(struct console *console, struct moment now); /* the run as of now */
void console_pass_time(struct console *console, struct moment now, bool has_keys); /* the same where it makes a difference */

/* For screens' handlers. */
struct act console_act(struct console *console); /* into the effects' batch */
void console_settle(struct console *console, enum status st, const struct fault *fault, const char *done);
void console_say(struct console *console, const char *format, ...) PRINTF(2);
void console_complain(struct console *console, const struct fault *fault);
void console_complain_of_length(struct console *console, const struct lineedit *edit); /* what came does not fit */
void console_complain_of_choice(struct console *console); /* text came where one chooses */
void console_ask(struct console *console, const char *title, const char *text,
		 void (*accept)(struct console *console, const char *text));
void console_ask_path(struct console *console, const char *title, const char *text, /* Tab completes it */
		      void (*accept)(struct console *console, const char *text));
void console_offer(struct console *console, const char *title, void (*accept)(struct console *console, int64_t value));
void console_offer_choice(struct console *console, const char *label, int64_t value);
void console_offer_note(struct console *console, const char *line);
void console_lay_over(struct console *console, enum overlay overlay, const char *title);
void console_shut_overlay(struct console *console);
void console_answer(struct console *console, const char *text); /* to what console_ask() asked */
void console_choose(struct console *console, size_t index);     /* of what console_offer() offered */

/* Words are looked for in the screen's list: the field at the foot, what is typed there, and further once it is shut. */
command_handler find_open, find_next, find_before;
void find_take(struct console *console, const struct input_event *event);
void find_forget(struct console *console);         /* the rows of a long list are others now */
void find_read_ahead(struct console *console);     /* while nothing is typed into the field; a few milliseconds' worth */
bool find_is_reading(const struct console *console); /* there is more to read ahead */

void console_fit(struct console *console, const struct canvas *canvas); /* before it: nothing lies past the end */
void console_draw(const struct console *console, struct canvas *canvas); /* screen, overlay and notice */

/* Life. console_open loads the model; after that console_close is always due. */
MUST_CHECK enum status console_open(struct console *console, struct app *app, const struct screen *screen, const char *workshop,
				    int64_t table, struct fault *fault);
void console_close(struct console *console);
MUST_CHECK enum status console_reload(struct console *console, struct fault *fault);

void effects_done(struct effects *effects); /* and they are none */

/* Carries out the effects on the store, and forgets those. */
void console_effects(struct console *console);

/* Runs until the person leaves; it takes the front's place over, and those opened over it share that. */
struct front;
enum exit_code console_run(struct app *app, const struct front *front, const struct screen *screen, const char *workshop,
			   int64_t table);

#endif
