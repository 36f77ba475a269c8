/* demo.h - a made-up town to try everything in: no person, place or body in it is real (field.md 7).
 * Floor: exchange. The contents are ordinary facts, in Japanese whatever the interface speaks; their texts are the
 * files of src/exchange/demo. */
#ifndef EXCHANGE_DEMO_H
#define EXCHANGE_DEMO_H

#include "base/arena.h"
#include "base/env.h"
#include "base/status.h"
#include "domain/fact.h"
#include "domain/order.h"
#include "engine/act.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DEMO_TABLES = 8 };

/* Adds the workshop with its agenda (template kizuna, and time for the letter), tables, case, letter and needs, and the
 * cards and people of the town: all but the running clock and what the tables will say. */
MUST_CHECK enum status demo_fill(struct batch *batch, const struct env *env, int64_t start_ms, struct id *ret_workshop,
				 struct fault *fault);

/* What the tables will say, in the order of time. */
enum demo_verb {
	DEMO_STATE, DEMO_OFFER, DEMO_NOTE, DEMO_HEADLINE, DEMO_TITLE, DEMO_LEAD, DEMO_STEP, DEMO_MOVE, DEMO_SUPPORT, DEMO_ENDING,
	DEMO_PLAN,
	DEMO_OPEN, /* the questions that remain */
};

struct demo_line {
	int64_t due_s; /* after the start of the first table step */
	int64_t table; /* its number */
	enum demo_verb verb;
	unsigned code;     /* the table's state, the offer's scope, the support's formality or the note's kind */
	enum cost cost;    /* the offer's */
	enum priority priority; /* of what is to be done */
	const char *text;  /* what is written down */
	enum support_action action; /* the support's */
	const char *aside; /* who offers it; when the step is; whom the support is for; of a plan, who, until when and the first step */
	int64_t card;      /* the support's or the companion's, by number; 0: none */
	int64_t need;      /* which it answers, from 1; 0: none said */
};

/* The script and how far it has been played. Zeroed, then demo_open(). What each table has begun is kept here, so that
 * lines may be played before what earlier ones wrote has come back in a workbook. */
struct demo {
	struct arena arena;
	struct demo_line *lines;
	size_t len;
	size_t next; /* the line to be played next; len: all played */
	struct demo_table {
		struct id storyline, step; /* being written; "": none yet */
		struct id worry, todo;     /* the newest note of either kind */
		const char *todo_text;
		char offer_pos[ORDER_LEN], step_pos[ORDER_LEN], support_pos[ORDER_LEN], note_pos[ORDER_LEN],
		     action_pos[ORDER_LEN];
	} tables[DEMO_TABLES];
};

void demo_open(struct demo *demo);
void demo_done(struct demo *demo);

/* Adds to act->batch what the next line says, and goes on to the one after. Several lines may go into one batch.
 *	while (demo.next < demo.len && demo.lines[demo.next].due_s <= elapsed_s)
 *		demo_play(&demo, &act); */
void demo_play(struct demo *demo, const struct act *act);

#endif
