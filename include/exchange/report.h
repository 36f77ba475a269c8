/* report.h - what a workshop leaves behind, written for a reader (field.md 6).
 * Floor: exchange. Pure; cannot fail. The workbook holds whatever there is: what the profile may not see is left out
 * here. Tables stand in their numbers' order and are never compared (field.md 3, invariant 21). */
#ifndef EXCHANGE_REPORT_H
#define EXCHANGE_REPORT_H

#include "base/buf.h"
#include "domain/workbook.h"
#include "engine/attendance.h"
#include "engine/run.h"
#include "engine/series.h"
#include "exchange/profile.h"

#include <stdbool.h>
#include <stddef.h>

/* What other workshops say of this one. Zeroed: nothing. */
struct report_others {
	const struct attendance *before; /* of the workshop before; NULL: not known */
	struct series_number number;     /* which one of its series it is */
};

/* What a report is made of. Borrows. It is dated run->now. */
struct report {
	const struct workbook *book;
	const struct run *run;
	enum profile profile;
	struct attendance attendance;    /* numbers, which everybody may see */
	struct report_others others;
};

/* One row a format: to add one is to write its render function. */
struct report_format {
	const char *name; /* as `--format` names it */
	void (*render)(const struct report *report, struct buf *out);
};
extern const struct report_format report_formats[];
extern const size_t report_formats_len;

const struct report_format *report_format_of_name(const char *name); /* NULL: there is none */

/* Appends the document to out. `before`: who came the last time; NULL: it is not known. */
void report_render(const struct workbook *book, const struct run *run, const struct report_format *format,
		   enum profile profile, struct buf *out);
void report_render_beside(const struct workbook *book, const struct run *run, const struct report_others *others,
			  const struct report_format *format, enum profile profile, struct buf *out);

#endif
