/* template_reader.h - a template half read: its lines (template.c), its steps and their blocks (template_steps.c), and what is
 * said below a heading (template_text.c).
 * Floor: exchange, private. Each function that can fail says at which line. */
#ifndef EXCHANGE_TEMPLATE_READER_H
#define EXCHANGE_TEMPLATE_READER_H

#include "base/buf.h"
#include "block.h"
#include "exchange/template.h"
#include "format/span.h"

/* Whose the lines below a heading are. */
enum part { PART_TITLE, PART_STEP, PART_BLOCK, PART_TABLES, PART_MESSAGES };

/* What is said to the room and to the facilitator gathers until the next heading settles it. */
struct reader {
	struct template template;
	struct buf room, cue;
	size_t line;
	size_t heading; /* the line of the step being read */
	enum part part;
	struct block block; /* whose steps are being read, from item `first` on; rounds 0: none is */
	size_t block_line;
	struct fault *fault;
};

/* Below the title: a heading of two # (the tables, the messages, a block, a step), and one of three # (a step of a block). */
MUST_CHECK enum status reader_take_section(struct reader *reader, struct span text);
MUST_CHECK enum status reader_take_block_step(struct reader *reader, struct span text);
MUST_CHECK enum status reader_close_block(struct reader *reader); /* there may be none */

/* A line that is no heading: what is said to the room, or an entry of a list; and “> …”, what the facilitator says. */
MUST_CHECK enum status reader_take_text(struct reader *reader, struct span line);
MUST_CHECK enum status reader_take_cue(struct reader *reader, struct span text);
/* What has gathered goes where it belongs: a heading has come, or the end. */
MUST_CHECK enum status reader_settle(struct reader *reader);

#endif
