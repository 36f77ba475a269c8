/* plan.h - what the parts of a seating plan (engine/seat_plan.h) know of each other.
 * Floor: engine, private. */
#ifndef ENGINE_PLAN_H
#define ENGINE_PLAN_H

#include "engine/seat_plan.h"

extern const int32_t seat_trait_costs[SEAT_TRAITS]; /* of a pair at one table */

/* people.c */
size_t seat_person_index(const struct seat_plan *plan, const char *person); /* of an id; SIZE_MAX: not seated */
void seat_traits_find(struct seat_plan *plan, struct arena *arena);
/* At one table they count as a pair of the same kind. */
bool seat_are_alike(const struct seat_plan *plan, enum seat_trait trait, size_t one, size_t other);
int64_t seat_least_of_kind(const struct seat_plan *plan, enum seat_trait trait, size_t kind); /* pairs over all rounds */
int64_t seat_least_pairs(const struct seat_plan *plan, enum seat_trait trait); /* of all kinds */
const uint16_t *seat_meetings(const struct seat_plan *plan, const struct seat_list *past, struct arena *arena);
const size_t *seat_order(const struct seat_plan *plan, struct arena *arena);

/* ties.c: two whom a rule seats at one table, whatever it costs: that is wanted, and no fault of a seating. */
void seat_ties_find(struct seat_plan *plan, struct arena *arena); /* once the rules are settled */
bool seat_is_tie(const struct seat_plan *plan, size_t one, size_t other);
int64_t seat_tied_repeats(const struct seat_plan *plan, int64_t *ret_weight); /* meetings; how often they had met, summed */

/* score.c */
typedef void seat_meeting(const struct seat_plan *plan, size_t one, size_t other, void *ctx);
void seat_each_meeting(const struct seat_plan *plan, const size_t *at, seat_meeting *meeting, void *ctx);

/* wishes.c */
MUST_CHECK enum status seat_rules_take(struct seat_plan *plan, const struct seat_request *request, struct arena *arena,
				       struct fault *fault);
void seat_rules_settle(struct seat_plan *plan, struct arena *arena); /* gives up what cannot hold */
const char *seat_wish_words(const struct seat_wish *wish, struct arena *arena); /* “A and B together” */

#endif
