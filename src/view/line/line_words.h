/* line_words.h - what there is to say of one step of the day.
 * Floor: view, private. Texts are in the user's language. */
#ifndef VIEW_LINE_WORDS_H
#define VIEW_LINE_WORDS_H

#include "base/buf.h"
#include "view/line.h"

void line_say_minutes(const struct run_item *item, char *text, size_t size);
void line_say_last_time(const struct spent *spent, char *text, size_t size); /* as minutes, too */

/* How its end stands against the plan's; then, where there is room, what else there is to say. */
void line_say_standing(const struct run *run, const struct run_item *item, bool wide, char *text, size_t size);

/* Everything about one step, but its name. */
void line_say_step(const struct line_view *view, size_t index, const char *separator, struct buf *out);

#endif
