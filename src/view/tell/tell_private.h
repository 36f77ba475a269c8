/* tell_private.h - what the files that tell (view/tell.h) share.
 * Floor: view (private). */
#ifndef VIEW_TELL_PRIVATE_H
#define VIEW_TELL_PRIVATE_H

#include "view/tell.h"

/* told.c: how things stand, in *ret_told, with an arena of its own. */
void told_note(const struct run_view *view, struct told *ret_told);

/* tell_time.c: what is left of what runs, or how long it is over or has lasted; no LF, "" where nothing runs. */
void tell_left(const struct run *run, struct buf *out);
/* Has the time come to a point since it was said? Takes note if so; a point that has been passed is said once, late. */
bool tell_time_is_due(const struct told *was, const struct run *run, int64_t every_ms);
bool tell_start_is_due(const struct told *was, const struct told *is);

/* tell_tables.c */
/* Of all tables, a state after the other, or while stories are told whose turn it is and in which order; "" without tables. */
void tell_board(const struct run_view *view, struct buf *out);
void tell_scribes(const struct run_view *view, struct buf *out);
void tell_table_news(const struct told *was, const struct told *is, const struct run_view *view, struct buf *out);

#endif
