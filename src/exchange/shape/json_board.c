#include "engine/progress.h"
#include "exchange/json.h"

static void put_states(struct json *json, const struct progress *progress)
{
	for (unsigned state = 0; state < PROGRESS_STATES; state++)
		json_put_number(json, code_text(&codes_table_state, state), (int64_t)progress->in_state[state]);
}

static void put_table(struct json *json, const struct run *run, const struct table *table, size_t index)
{
	const struct run_item *item = progress_item(run, index);

	json_object(json);
	json_put_number(json, "number", table->number);
	json_put_known(json, "name", table->name);
	json_put_text(json, "state", code_text(&codes_table_state, run->table_states[index]));
	if (item)
		json_put_number(json, "position", item - run->items + 1);
	else
		json_put_null(json, "position");
	json_put_bool(json, "behind", progress_is_behind(run, index));
	json_object_end(json);
}

void json_put_board(struct json *json, const struct workbook *book, const struct run *run)
{
	struct progress progress = progress_of(run, book->tables.len);

	json_name(json, "board");
	json_object(json);
	json_put_number(json, "count", (int64_t)progress.tables);
	put_states(json, &progress);
	json_put_number(json, "behind", (int64_t)progress.behind);
	json_put_text(json, "suggestion", progress_suggestion_code(progress.suggestion));
	json_name(json, "tables");
	json_array(json);
	for (size_t i = 0; i < book->tables.len; i++)
		put_table(json, run, &book->tables.at[i], i);
	json_array_end(json);
	json_object_end(json);
}
