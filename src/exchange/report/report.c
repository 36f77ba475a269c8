#include "exchange/report.h"

#include "report_render.h"

#include "base/mem.h"
#include "exchange/veil.h"

#include <string.h>

const struct report_format report_formats[] = {
	{ "md", report_render_md },
	{ "html", report_render_html },
	{ "json", report_render_json },
};
const size_t report_formats_len = COUNT(report_formats);

const struct report_format *report_format_of_name(const char *name)
{
	for (size_t i = 0; i < COUNT(report_formats); i++)
		if (strcmp(report_formats[i].name, name) == 0)
			return &report_formats[i];
	return NULL;
}

/* Renderers are given the veiled copy and a run folded from it: what may not be seen is not there to be written. Heads are counted
 * before. */
void report_render_beside(const struct workbook *book, const struct run *run, const struct report_others *others,
			  const struct report_format *format, enum profile profile, struct buf *out)
{
	struct workbook veiled;
	struct arena arena = { 0 };
	struct run veiled_run;

	veil_book(book, run, profile, &veiled);
	run_fold(&veiled, run->now, &arena, &veiled_run);
	format->render(&(struct report){ &veiled, &veiled_run, profile, attendance_of(book, run, &arena), *others }, out);
	arena_done(&arena);
	workbook_done(&veiled);
}

void report_render(const struct workbook *book, const struct run *run, const struct report_format *format,
		   enum profile profile, struct buf *out)
{
	report_render_beside(book, run, &(struct report_others){ 0 }, format, profile, out);
}
