#include "exchange/json.h"

static void put_table(struct json *json, const struct seat_plan *plan, const size_t *at, size_t table)
{
	json_array(json);
	for (size_t i = 0; i < plan->people_len; i++)
		if (at[i] == table)
			json_text(json, plan->people[i]->name);
	json_array_end(json);
}

static void put_rounds(struct json *json, const struct seat_plan *plan, const size_t *at)
{
	json_name(json, "rounds");
	json_array(json);
	for (size_t round = 0; round < plan->problem.rounds; round++, at += plan->people_len) {
		json_array(json);
		for (size_t table = 0; table < plan->problem.tables; table++)
			put_table(json, plan, at, table);
		json_array_end(json);
	}
	json_array_end(json);
}

static void put_tables(struct json *json, const struct seat_plan *plan)
{
	json_name(json, "tables");
	json_array(json);
	for (size_t table = 0; table < plan->problem.tables; table++)
		json_number(json, seat_table_number(plan, table));
	json_array_end(json);
}

static void put_texts(struct json *json, const char *name, const struct seat_unmet *unmet)
{
	json_name(json, name);
	json_array(json);
	for (size_t i = 0; i < unmet->len; i++)
		json_text(json, unmet->at[i]);
	json_array_end(json);
}

static void put_score(struct json *json, const struct seat_plan *plan, const struct seating_best *best, bool by_time)
{
	static const char *const pairs[SEAT_TRAITS] = {
		[SEAT_AFFILIATION] = "same_affiliation",
		[SEAT_ROLE] = "same_role",
		[SEAT_STANCE] = "same_stance",
		[SEAT_FIELD] = "same_field",
	};
	struct seat_score score = seat_score_of(plan, best->at);

	json_name(json, "score");
	json_object(json);
	json_put_number(json, "cost", score.cost);
	json_put_number(json, "cost_least", score.least);
	json_put_number(json, "repeats", score.repeats);
	json_put_number(json, "repeats_least", score.least_repeats);
	json_put_number(json, "first_meetings", score.first_meetings);
	for (unsigned t = 0; t < SEAT_TRAITS; t++)
		json_put_number(json, pairs[t], score.pairs[t]);
	json_put_number(json, "moved", score.moved);
	json_put_number(json, "seed", (int64_t)plan->problem.seed);
	json_put_number(json, "moves", (int64_t)best->moves);
	json_put_bool(json, "by_time", by_time);
	json_put_bool(json, "by_formula", best->by_formula);
	json_put_bool(json, "is_least", best->is_least);
	json_object_end(json);
}

void json_seating(const struct seat_plan *plan, const struct seating_best *best, const struct seat_unmet *unmet, bool by_time,
		  struct buf *out)
{
	struct json json = { .out = out };

	json_object(&json);
	put_rounds(&json, plan, best->at);
	put_texts(&json, "unmet", unmet);
	put_score(&json, plan, best, by_time);
	put_tables(&json, plan);
	json_put_number(&json, "first_round", plan->from);
	json_name(&json, "not_seated");
	json_array(&json);
	for (size_t i = 0; i < plan->away_len; i++)
		json_text(&json, plan->away[i]->name);
	json_array_end(&json);
	json_object_end(&json);
	buf_add_char(out, '\n');
}
