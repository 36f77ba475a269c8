/* report_render.h - the report's formats, one function each.
 * Private to exchange. */
#ifndef EXCHANGE_REPORT_RENDER_H
#define EXCHANGE_REPORT_RENDER_H

#include "exchange/report.h"

void report_render_md(const struct report *report, struct buf *out);
void report_render_html(const struct report *report, struct buf *out);
void report_render_json(const struct report *report, struct buf *out);

#endif
