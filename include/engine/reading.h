/* reading.h - what a step reads aloud, and how long that takes.
 * Floor: engine. An estimate for a calm voice in front of a room, to be set beside the step's minutes. There is no
 * standard to follow, only habit: Japanese announcers reckon with 300 to 350 written characters a minute, and English
 * is read to listeners at 130 to 150 words a minute (audio books at 150 and a little more). */
#ifndef ENGINE_READING_H
#define ENGINE_READING_H

#include "domain/workbook.h"

#include <stddef.h>
#include <stdint.h>

enum { READING_CHARACTERS_A_MINUTE = 325, READING_WORDS_A_MINUTE = 140 };

/* The case or the letter, for a step of that kind, if the workbook holds it; else NULL. *ret_heading: its title or
 * sender, written only with a text. Both borrowed from the workbook. */
const char *reading_text(const struct workbook *book, const struct item *item, const char **ret_heading);

/* Wide characters one by one (、 and 。 are pauses, which also take their time), all others by the word. */
int64_t reading_ms(const char *text, size_t len);

#endif
