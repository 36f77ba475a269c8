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
