#include "engine/run.h"

enum run_state run_state_of(const struct workbook *outline, const char *workshop)
{
	struct workbook part;
	struct arena arena = { 0 };
	struct run run;

	workbook_part(outline, workshop, &part);
	run_fold(&part, (struct moment){ 0 }, &arena, &run); /* no state depends on the time */
	arena_done(&arena);
	workbook_done(&part);
	return run.state;
}
