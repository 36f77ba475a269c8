/* seat_plan.h - who sits at which table of a workshop, round by round, and how good that is.
 * Floor: engine. Between a workbook and the numbers of seating.h. Pure.
 *
 * Seated is whoever comes: of those who are asked (engine/guests.h) who said so, or, where nobody did, everybody but who is
 * absent; once people stand at the door, who came, and not who did not. Where nobody is asked, everybody in the directory is
 * seated. The facilitators walk about. Alike people are spread over the tables (the same stance, field, affiliation or task at one table
 * costs), and whoever has sat together at an earlier workshop, or in an earlier round, is kept apart above all of these; rules
 * come before everything. */
#ifndef ENGINE_SEAT_PLAN_H
#define ENGINE_SEAT_PLAN_H

#include "base/arena.h"
#include "base/env.h"
#include "base/status.h"
#include "domain/fact.h"
#include "domain/workbook.h"
#include "engine/seating.h"

/* A rule as a person gives it: together, apart, or fixed to a table, by its number. */
struct seat_wish {
	enum seating_rule_kind kind;
	const struct person **people;
	size_t len;
	int64_t table;
};

struct seat_request {
	int64_t tables, rounds; /* 0: as the workshop has them */
	uint64_t seed;
	const struct seat_wish *wishes;
	size_t wishes_len;
	const struct seat_list *past; /* of all workshops before this one; NULL: nothing is known */
	/* `holders`: only those who have a seat in the workbook, and a newcomer, are seated. `keeps`: and they keep it where they
	 * can. Rounds before `from` (from 1; 0 is 1) have been, and stay. */
	bool holders, keeps;
	const struct person *newcomer; /* NULL: none */
	int64_t from;
};

/* What a seating is judged by besides meetings. */
enum seat_trait { SEAT_AFFILIATION, SEAT_ROLE, SEAT_STANCE, SEAT_FIELD, SEAT_TRAITS };

/* Rules that cannot all hold. */
struct seat_conflict {
	size_t *wishes; /* a smallest set of them */
	size_t len;
	size_t given_up; /* the last of them, which does not count any more */
};

struct seat_plan {
	const struct workbook *book;
	int64_t from;                 /* the round that is the problem's first, from 1 */
	const struct person **people; /* whom the problem numbers */
	enum person_role *roles;      /* of each, in this workshop */
	size_t people_len;
	size_t *by_id;                /* their numbers in the order of their ids */
	const struct person **away;   /* who is not seated */
	size_t away_len;
	const struct seat_wish *wishes;
	struct seating_rule *rules;   /* of each wish */
	bool *given_up;
	size_t wishes_len;
	struct seat_conflict *conflicts;
	size_t conflicts_len;
	size_t *ties;                 /* of each person: whom rules seat together has the same */
	size_t *traits[SEAT_TRAITS];  /* of each person, from 1; 0: unsaid */
	size_t traits_len[SEAT_TRAITS];
	const char **trait_names[SEAT_TRAITS]; /* from 1 */
	struct seating_problem problem;
};

/* Everything lives in the arena. ST_INVALID or ST_REFUSED with a sentence: nobody to seat, more tables than people … */
MUST_CHECK enum status seat_plan_of(const struct workbook *book, const struct seat_request *request, struct arena *arena,
				    struct seat_plan *ret_plan, struct fault *fault);

/* The number of a table of the problem, also of one that is yet to be made. */
int64_t seat_table_number(const struct seat_plan *plan, size_t table);
/* As the agenda has them: one more than the room changes seats. */
int64_t seat_rounds(const struct workbook *book);

/* How a seating turned out. Meetings count once a round; those of two whom rules seat together are neither repeats nor pairs. */
struct seat_score {
	int64_t cost, least;        /* what it is judged by, and what nothing can do better than */
	int64_t repeats, least_repeats; /* of people who have met already, at an earlier workshop or round */
	int64_t first_meetings;
	int64_t pairs[SEAT_TRAITS], least_pairs[SEAT_TRAITS]; /* of a kind at one table */
	int64_t moved;              /* who do not keep their seat, over all rounds */
};
struct seat_score seat_score_of(const struct seat_plan *plan, const size_t *at);

/* What could not be had and why, a sentence each, into a list of texts that live in the arena. */
struct seat_unmet {
	const char **at;
	size_t len;
};
struct seat_unmet seat_unmet_of(const struct seat_plan *plan, const size_t *at, struct arena *arena);
bool seat_keeps_rules(const struct seat_plan *plan, const size_t *at); /* every one that was asked for, given up ones too */

/* Writes a seating down: the tables that are yet to be made, and the seats that change, of rounds from plan->from on. Nobody
 * sits twice in a round, wherever it was written: a seat's id is made of the workshop's, the person's and the round. */
void seat_write(const struct seat_plan *plan, const size_t *at, const struct env *env, struct batch *batch);
struct id seat_id(const char *workshop, const char *person, int64_t round);

/* One seat. `table` is an id; who had none in that round has one then. Fixed: a new seating leaves it. */
const struct seat *seat_find(const struct workbook *book, const char *person, int64_t round); /* NULL: none */
void seat_move(const struct workbook *book, const char *person, int64_t round, const char *table, struct batch *batch);
void seat_fix(const struct workbook *book, const struct seat *seat, bool fixed, struct batch *batch);
void seat_give_up(const struct workbook *book, const struct seat *seat, struct batch *batch);

#endif
