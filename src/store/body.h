/* body.h - the body of a fact, member by member.
 * Private to store. It is written by json_object(), as an object of texts and whole numbers. */
#ifndef STORE_BODY_H
#define STORE_BODY_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

struct member {
	struct buf key, text;
	int64_t number; /* if it is no text */
	bool is_text;
};
void member_done(struct member *member);

/* Reads a body that is spelt as yoriai spells it, to the byte, and shows each member to `visit`, in `scratch`. False: it is spelt
 * otherwise, or `visit` would not have a member; it may have seen some before that. */
typedef bool member_visit(const struct member *member, void *ctx);
bool body_read(const char *body, size_t len, struct member *scratch, member_visit *visit, void *ctx);
bool body_is_ours(const char *body, size_t len); /* is all of it spelt so? */

#endif
