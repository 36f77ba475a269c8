#include "exchange/json.h"

#include "base/mem.h"

static void put_heads(struct json *json, const struct heads *heads, const struct heads *before)
{
	const struct {
		const char *name;
		size_t count;
	} counts[] = {
		{ "invited", heads->invited },     { "coming", heads->coming },       { "absent", heads->absent },
		{ "waiting", heads->waiting },     { "not_asked", heads->not_asked }, { "came", heads->came },
		{ "late", heads->late },           { "left_early", heads->left },     { "unannounced", heads->walked_in },
		{ "stayed_away", heads->stayed_away },
	};

	for (size_t i = 0; i < COUNT(counts); i++)
		json_put_number(json, counts[i].name, (int64_t)counts[i].count);
	if (before)
		json_put_number(json, "came_last_time", (int64_t)before->came);
	else
		json_put_null(json, "came_last_time");
}

static bool is_empty(const struct heads *heads)
{
	return !heads->invited && !heads->came;
}

static void put_kinds(struct json *json, const char *name, const struct code_list *codes, const struct heads *heads,
		      const struct heads *before)
{
	json_name(json, name);
	json_array(json);
	for (unsigned i = 0; i < codes->len; i++) {
		if (is_empty(&heads[i]) && !(before && before[i].came))
			continue;
		json_object(json);
		json_put_text(json, "code", code_text(codes, i));
		put_heads(json, &heads[i], before ? &before[i] : NULL);
		json_object_end(json);
	}
	json_array_end(json);
}

void json_put_attendance(struct json *json, const struct attendance *now, const struct attendance *before)
{
	const struct attendance *known = before && before->is_counted ? before : NULL;

	json_name(json, "attendance");
	json_object(json);
	json_put_bool(json, "counted", now->is_counted);
	put_heads(json, &now->all, known ? &known->all : NULL);
	put_kinds(json, "by_stance", &codes_stance, now->by_stance, known ? known->by_stance : NULL);
	put_kinds(json, "by_field", &codes_person_field, now->by_field, known ? known->by_field : NULL);
	json_object_end(json);
}
