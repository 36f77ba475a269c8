/* json_scan.h - a JSON document read mark by mark, as it stands: a large one need not become a tree.
 * Floor: text. Strict (RFC 8259): nothing left out, nothing too many, valid UTF-8, no NUL, no depth beyond what anybody writes. */
#ifndef TEXT_JSON_SCAN_H
#define TEXT_JSON_SCAN_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

enum json_mark {
	JSON_OBJECT,
	JSON_OBJECT_END,
	JSON_ARRAY,
	JSON_ARRAY_END,
	JSON_NAME,   /* of a member; its value comes next */
	JSON_TEXT,
	JSON_NUMBER, /* as written */
	JSON_WORD,   /* true, false or null */
	JSON_END,    /* of the document: it is whole */
	JSON_WRONG,  /* this is no JSON; nor is what comes after it */
	JSON_CUT,    /* it breaks off here */
};

enum { JSON_DEPTH_MAX = 32 };

/* Zeroed but for the bytes, which are borrowed. */
struct json_scan {
	const char *start, *end;
	const char *at;    /* behind the last mark */
	const char *mark;  /* where that began */
	struct buf text;   /* what a name, text, number or word says, without its escapes */
	char closers[JSON_DEPTH_MAX]; /* of what is open */
	size_t depth;
	bool has_value;  /* a value stands before; a comma or an end must follow */
	bool needs_more; /* a comma stands before, or a name: there is no end now */
	bool is_named;   /* the next value has its name */
	enum json_mark last;
};

struct json_scan json_scan_of(const char *bytes, size_t len); /* a byte order mark before it is passed over */
void json_scan_done(struct json_scan *scan);
enum json_mark json_scan_next(struct json_scan *scan);

/* Past the value whose first mark has just been read: JSON_WRONG and JSON_CUT as above, else its last mark. */
enum json_mark json_scan_skip(struct json_scan *scan);

/* Where the last mark began, for people: line and character in it, from 1 on. */
void json_scan_place(const struct json_scan *scan, size_t *ret_line, size_t *ret_character);

#endif
