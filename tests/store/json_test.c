/* JSON that others wrote, member by member. */
#include "fixture.h"

#include "store/json.h"

static struct store *store;

static size_t read_json(const char *json, struct arena *arena, struct json_member **ret_members)
{
	size_t len = 0;
	struct fault fault = { "" };

	if (json_read_object(store, json, strlen(json), arena, ret_members, &len, &fault) != ST_OK)
		fail_msg("%s: %s", json, fault.text);
	return len;
}

static void members_come_in_their_order_and_arrays_element_by_element(void **state)
{
	static const struct json_member wanted[] = {
		{ "name", -1, "山田 \"太郎\"\n😀", true, false },
		{ "tags", 0, "a", true, false },
		{ "tags", 1, "2", false, true },
		{ "tags", 2, "", false, false },
		{ "age", -1, "42", false, true },
		{ "ratio", -1, "0.5", false, true },
		{ "big", -1, "1790000000000", false, true },
		{ "none", -1, "", false, false },
		{ "yes", -1, "true", false, false },
		{ "no", -1, "false", false, false },
		{ "we\"ird.$[0]", -1, "x", true, false },
		{ "name", -1, "again", true, false },
	};
	struct arena arena = { 0 };
	struct json_member *members;

	(void)state;
	size_t len = read_json(
		"{\"name\":\"山田 \\\"太郎\\\"\\n\\ud83d\\ude00\",\"tags\":[\"a\",2,null,[7],{\"deep\":1}],\"age\":42,"
		"\"ratio\":0.5,\"big\":1790000000000,\"none\":null,\"yes\":true,\"no\":false,\"empty\":[],"
		"\"we\\\"ird.$[0]\":\"x\",\"name\":\"again\"}",
		&arena, &members);
	size_t at = 0;
	for (size_t i = 0; i < COUNT(wanted); i++, at++) {
		/* What lies deeper is passed over. */
		while (at < len && (strcmp(members[at].name, "tags") == 0 && members[at].index > 2))
			at++;
		assert_true(at < len);
		assert_string_equal(members[at].name, wanted[i].name);
		assert_string_equal(members[at].text, wanted[i].text);
		assert_int_equal(members[at].index, wanted[i].index);
		assert_int_equal(members[at].is_text, wanted[i].is_text);
		assert_int_equal(members[at].is_number, wanted[i].is_number);
	}
	assert_int_equal(at, len);
	arena_done(&arena);
}

static void what_is_no_object_is_refused_with_a_sentence(void **state)
{
	static const char *const rows[] = { "",         "[]",         "[1,2]",   "\"text\"",   "7",        "null", "{",
					    "{\"a\":}", "{\"a\":1,}", "{'a':1}", "{\"a\":1}x", "\x80\x81", "nul" };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct json_member *members = NULL;
		struct fault fault = { "" };
		size_t len = 99;
		if (json_read_object(store, rows[i], strlen(rows[i]), &arena, &members, &len, &fault) != ST_INVALID)
			fail_msg("“%s” was taken", rows[i]);
		assert_true(fault.text[0]);
		assert_null(members);
		assert_int_equal(len, 99);
	}
	arena_done(&arena);
}

static void an_empty_object_has_no_members(void **state)
{
	struct arena arena = { 0 };
	struct json_member *members;

	(void)state;
	assert_int_equal(read_json(" { } ", &arena, &members), 0);
	arena_done(&arena);
}

static void what_is_nested_or_long_without_end_is_borne(void **state)
{
	enum { LONG = 2000000, DEEP = 100000 };
	char *text = mem_new(LONG + 1, 1);
	struct arena arena = { 0 };
	struct json_member *members;
	struct fault fault = { "" };
	size_t len;

	(void)state;
	memset(text, '[', DEEP);
	assert_int_equal(json_read_object(store, text, DEEP, &arena, &members, &len, &fault), ST_INVALID);
	memset(text, 'a', LONG);
	fault = (struct fault){ "" };
	assert_int_equal(json_read_object(store, text, LONG, &arena, &members, &len, &fault), ST_INVALID);
	assert_non_null(strstr(fault.text, "too long"));
	free(text);
	arena_done(&arena);
}

static void a_tree_says_of_each_node_what_it_is_and_what_it_lies_in(void **state)
{
	static const struct tree_node wanted[] = {
		{ TREE_ARRAY, 0, "", "" },     { TREE_OBJECT, 0, "", "" },     { TREE_TEXT, 1, "name", "山\n" }, { TREE_ARRAY, 1, "in", "" },
		{ TREE_OBJECT, 3, "", "" },    { TREE_NUMBER, 4, "n", "7" },   { TREE_OBJECT, 3, "", "" },	 { TREE_BOOL, 1, "yes", "true" },
		{ TREE_NULL, 1, "none", "" },  { TREE_OBJECT, 0, "", "" },     { TREE_ARRAY, 9, "name", "" },	 { TREE_TEXT, 0, "", "end" },
	};
	static const char json[] = "[{\"name\":\"山\\n\",\"in\":[{\"n\":7},{}],\"yes\":true,\"none\":null},{\"name\":[]},\"end\"]";
	struct arena arena = { 0 };
	struct tree tree = { 0 };
	struct fault fault = { "" };

	(void)state;
	assert_int_equal(json_read_tree(store, json, strlen(json), &arena, &tree, &fault), ST_OK);
	assert_int_equal(tree.len, COUNT(wanted));
	for (size_t i = 0; i < COUNT(wanted); i++) {
		assert_int_equal(tree.nodes[i].kind, wanted[i].kind);
		assert_int_equal(tree.nodes[i].parent, wanted[i].parent);
		assert_string_equal(tree.nodes[i].name, wanted[i].name);
		assert_string_equal(tree.nodes[i].text, wanted[i].text);
	}
	assert_int_equal(json_read_tree(store, "[1,", 3, &arena, &tree, &fault), ST_INVALID);
	assert_true(fault.text[0] && tree.len == COUNT(wanted));
	arena_done(&arena);
}

static int setup(void **state)
{
	fixture_setup(state);
	store = fixture_open(fixture_db(), STORE_WRITE);
	return 0;
}

static int teardown(void **state)
{
	store_close(store);
	return fixture_teardown(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_come_in_their_order_and_arrays_element_by_element),
		cmocka_unit_test(what_is_no_object_is_refused_with_a_sentence),
		cmocka_unit_test(an_empty_object_has_no_members),
		cmocka_unit_test(what_is_nested_or_long_without_end_is_borne),
		cmocka_unit_test(a_tree_says_of_each_node_what_it_is_and_what_it_lies_in),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
