/* fixture.h - a workshop in memory, as the screens' goldens show it: a circle (絆サークル) that tells stories at eight
 * tables, planned for 13:30 on 22 November 2026 in a hall that closes at 16:00. Everything in it is made up.
 * Times are seconds after the planned start. */
#ifndef TESTS_VIEW_FIXTURE_H
#define TESTS_VIEW_FIXTURE_H

#include "engine/run.h"

enum fixture_item {
	FIXTURE_OPENING,
	FIXTURE_GROUND,
	FIXTURE_CASE,
	FIXTURE_CARDS,
	FIXTURE_STORIES,
	FIXTURE_READY,
	FIXTURE_TELLING,
	FIXTURE_LETTER,
	FIXTURE_CLOSING,
	FIXTURE_ITEMS
};
enum { FIXTURE_TABLES = 8, FIXTURE_TABLES_MAX = 99 };

struct fixture {
	struct workbook book;
	struct arena folds;
	struct run run;
	struct stamp stamp;
};

void fixture_begin(struct fixture *fixture);
void fixture_done(struct fixture *fixture);

/* What the tables have written: offers, stories with supports, notes. */
void fixture_fill_tables(struct fixture *fixture);

/* So many tables, from 1 on, nameless where fixture_begin() gave no name. */
void fixture_set_tables(struct fixture *fixture, size_t len);

/* A row of the running clock's log. item: FIXTURE_ITEMS for none. */
void fixture_press(struct fixture *fixture, int64_t at_s, enum verb verb, enum fixture_item item, int64_t ms,
		   const char *text);

/* Starts the item, which then runs from at_s on; those before it have been done in their time. */
void fixture_start(struct fixture *fixture, int64_t at_s, enum fixture_item item);

/* The run as of then, in fixture->run. */
void fixture_fold(struct fixture *fixture, int64_t now_s);
int64_t fixture_wall_ms(int64_t at_s);

/* Initialises gettext so that fixture_speak() can choose; the catalogue as built is at $YORIAI_PO. */
void fixture_speak(const char *language);

extern const char fixture_case[], fixture_letter[];

#endif
