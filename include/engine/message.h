/* message.h - what is said to the room in a line: presets to choose from, and how long a line stands.
 * Floor: engine. A line may say its own life time at its end, in brackets, as minutes.h reads lengths:
 * "Five minutes are left. [1 min]", 「あと5分です［1分で消える］」. Brackets that hold anything else are text. */
#ifndef ENGINE_MESSAGE_H
#define ENGINE_MESSAGE_H

#include "base/arena.h"
#include "domain/workbook.h"

#include <stddef.h>
#include <stdint.h>

struct message {
	const char *text;
	int64_t life_ms; /* 0: it stands until another takes its place */
};

enum { MESSAGE_PRESETS_MAX = 12 };

/* The text is copied into the arena, without blanks around it. */
struct message message_of_line(const char *line, size_t len, struct arena *arena);

/* The workshop's own presets (its field `messages`, one a line), or some that every workshop can use. *ret_len is from
 * 1 to MESSAGE_PRESETS_MAX; all belong to the arena. */
const struct message *message_presets(const struct workbook *book, struct arena *arena, size_t *ret_len);

#endif
