/* people.h - the screen of people (お声かけ): whom the workshop asks, what they answered, and who is at the door.
 * Floor: app (private). people.c: the screen, and what a person looks like. people_state.c: what its parts ask. people_act.c: what
 * is said of the one under the bar. people_invite.c: somebody is added to the list. people_import.c: a list is taken in.
 * people_door.c: at the door. people_words.c: what stands below the list. people_form.c: in which they are written. */
#ifndef APP_PEOPLE_H
#define APP_PEOPLE_H

#include "directory/directory.h"
#include "engine/attendance.h"
#include "engine/door.h"
#include "engine/words.h"
#include "exchange/import.h"

/* Who is meant at the door by what is typed. */
struct door {
	bool is_open;
	struct lineedit typed;
	const struct guest **found; /* borrowed from the guests */
	size_t len, bar;
	struct list_drawn drawn;
	struct arena arena;
};

/* A list that is being taken in: from where, and what is said of its columns. */
struct taking {
	struct arena arena;
	const char *path;     /* NULL: none yet */
	const char **headers; /* of the file's columns */
	size_t len;
	struct import_map *maps; /* one a column at most, and as many fields that are read from none */
	size_t maps_len;
	enum import_memory memory; /* of what was said for an earlier one */
	const char **fields;  /* of each column, as read now; "": of none */
	size_t first;         /* the first column, or field, that is offered */
	size_t column;        /* being asked about */
};

struct people {
	struct directory directory; /* first: see directory.h */
	struct arena arena;         /* of what is worked out from the workbook */
	struct guests guests;
	const struct guest **of_person; /* of each of the directory's people; NULL: not asked */
	struct attendance now;
	struct arena before_arena;
	struct attendance before;
	bool knows_before;
	bool shows_all;    /* the whole directory, to choose from */
	bool shows_totals; /* below the list, in place of who is under the bar */
	char today[16];    /* as invitations have days */
	char picked[ID_LEN + 1]; /* the person that a question is about */
	char candidates[CHOICES_MAX][ID_LEN + 1]; /* people who may be meant */
	char typed[400 + 1];     /* their name, as it was typed */
	bool is_here;            /* whoever is added is at the door */
	char namesake[400 + 1];  /* of a person just written: somebody else has that name; "": nobody */
	struct door door;
	struct taking taking;
};

extern const struct form_specs people_forms;
enum { PEOPLE_FORM_PERSON, PEOPLE_FORM_INVITATION };

struct people *people_of(const struct console *console);
const struct guest *people_guest_of(const struct console *console, const struct row *person); /* NULL: not asked */
/* The table where somebody sits in this round; 0: at none. */
int64_t people_table(const struct console *console, const char *person);
/* Writes down what is said of somebody, to be taken back as one. */
void people_save(struct console *console, const struct invitation *wanted, const char *done);
void people_check_in(struct console *console, const struct guest *guest); /* says so, with their table */
void people_add_name(const struct person *person, struct buf *out); /* with their affiliation */

/* When they came and how late, or that they did not. */
void people_add_presence(const struct console *console, const struct guest *guest, struct buf *out, enum style *style);

/* people_words.c: what stands below the list. */
void people_add_details(const struct console *console, const struct row *row, struct buf *out);

/* people_act.c */
command_handler people_answer, people_came, people_stayed_away, people_left, people_edit, people_edit_person, people_take_off;

/* people_invite.c: `is_here`: they stand at the door. */
command_handler people_invite;
void people_offer_to_add(struct console *console, const char *typed, bool is_here);
void people_add_to_new(struct console *console, struct batch *batch);

/* people_import.c */
command_handler people_import;
void taking_done(struct taking *taking);

/* people_door.c */
command_handler people_open_door;
void door_done(struct door *door);
void door_clear(struct console *console); /* for the next one */
void door_refresh(struct console *console); /* the guests are others now */
enum typed door_type(struct console *console, const struct input_event *event);
void door_draw(const struct console *console, struct canvas *canvas);

#endif
