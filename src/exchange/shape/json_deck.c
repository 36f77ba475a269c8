#include "exchange/json.h"

static void put_card(struct json *json, const struct deck_place *place)
{
	json_object(json);
	json_put_number(json, "number", place->number);
	json_put_text(json, "id", place->card->id);
	json_put_text(json, "name", place->card->name);
	json_put_text(json, "formality", code_text(&codes_formality, place->card->formality));
	json_put_known(json, "strength", place->card->strength);
	json_put_number(json, "directory_number", place->card->number);
	json_object_end(json);
}

void json_deck(const struct deck *deck, struct buf *out)
{
	struct json json = json_line(out);

	json_put_text(&json, "workshop", json_workshop_id(deck->book));
	json_put_bool(&json, "chosen", deck->is_chosen);
	json_name(&json, "cards");
	json_array(&json);
	for (size_t i = 0; i < deck->len; i++)
		put_card(&json, &deck->at[i]);
	json_array_end(&json);
	json_line_end(&json);
}

static void put_answer(struct json *json, const struct need_answer *answer)
{
	json_object(json);
	json_put_number(json, "number", answer->number);
	json_put_text(json, "id", answer->card->id);
	json_put_text(json, "name", answer->card->name);
	json_put_text(json, "word", answer->word);
	json_object_end(json);
}

static void put_need(struct json *json, const struct need_match *match, size_t number)
{
	const struct need *need = match->need;

	json_object(json);
	json_put_number(json, "number", (int64_t)number);
	json_put_text(json, "id", need->id);
	json_put_text(json, "text", need->text);
	json_put_text(json, "kind", code_text(&codes_need_kind, need->kind));
	json_put_known(json, "category", need->category);
	json_put_known(json, "resistance", need->resistance);
	json_put_known(json, "interest", need->interest);
	json_put_bool(json, "answered", match->len > 0);
	json_name(json, "cards");
	json_array(json);
	for (size_t i = 0; i < match->len; i++)
		put_answer(json, &match->at[i]);
	json_array_end(json);
	json_object_end(json);
}

void json_needs(const struct workbook *book, const struct need_match *matches, struct buf *out)
{
	const struct case_story *story = workbook_case(book);
	struct json json = json_line(out);

	json_put_text(&json, "workshop", json_workshop_id(book));
	json_put_known(&json, "strengths", story ? story->strengths : "");
	json_name(&json, "needs");
	json_array(&json);
	for (size_t i = 0; i < book->needs.len; i++)
		put_need(&json, &matches[i], i + 1);
	json_array_end(&json);
	json_line_end(&json);
}
