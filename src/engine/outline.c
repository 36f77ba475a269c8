#include "engine/outline.h"

#include "base/mem.h"

static enum run_state state_of(const struct workbook *part)
{
	struct arena arena = { 0 };
	struct run run;

	if (!part->run_rows.len)
		return RUN_PLANNED;
	run_fold(part, (struct moment){ 0 }, &arena, &run);
	arena_done(&arena);
	return run.state;
}

enum run_state run_state_of(const struct workbook *outline, const char *workshop)
{
	struct workbook part;

	workbook_part(outline, workshop, &part);
	enum run_state state = state_of(&part);
	workbook_done(&part);
	return state;
}

struct outline_line *outline_lines(const struct workbook *outline)
{
	struct parts parts;

	if (!outline->workshops.len)
		return NULL;
	workbook_parts(outline, &parts);
	struct outline_line *lines = mem_new(parts.len, sizeof *lines);
	for (size_t i = 0; i < parts.len; i++)
		lines[i] = (struct outline_line){ state_of(&parts.at[i]), parts.at[i].tables.len };
	parts_done(&parts);
	return lines;
}
