/* series.h - which one of its series a workshop is: 年度第n回, 通算m回.
 * Floor: engine. Pure.
 *
 * A series are the workshops that say its name, or, where none is said, those made one from another. They count in the order of
 * their days; the fiscal year begins on 1 April. A number that a workshop says itself goes before the count, which goes on from
 * there: a circle may have met for years before it came to yoriai. fiscal_no <= cumulative_no always (field.md 3, invariant 18). */
#ifndef ENGINE_SERIES_H
#define ENGINE_SERIES_H

#include "base/buf.h"
#include "base/status.h"
#include "domain/workbook.h"
#include "engine/words.h"

#include <stdint.h>

struct series_number {
	int fiscal_year;
	int64_t fiscal_no, cumulative_no; /* 0: it belongs to no series */
};

struct series_number series_number_of(const struct workbook *outline, const char *workshop);
/* Of one that would be made from that workshop, and begin then. */
struct series_number series_number_next(const struct workbook *outline, const char *before, int64_t start_ms);

/* ST_INVALID: more in the year than in all. 0: not said. */
MUST_CHECK enum status series_check(int64_t fiscal_no, int64_t cumulative_no, struct fault *fault);

/* "no. 1 of fiscal 2026, no. 2 in all", 「令和8年度第1回・通算2回」; "": none. */
struct words series_words(const struct series_number *number);

/* --- series_title.c ---
 * The title of the next one: its 「第2回」, 「通算２回」, 「令和8年度第三回」, "#2" or "no. 2" counted on, in the figures it is written in;
 * behind 年度 with the fiscal year. A title without any gets one at its end. */
void series_next_title(const char *title, const struct series_number *next, struct buf *out);

#endif
