/* order.h - fractional keys: a place between two places, so that a move is one field of one row.
 * Floor: domain. Keys are base-62 fractions compared as bytes; the last digit is never '0', so there is always room before. */
#ifndef DOMAIN_ORDER_H
#define DOMAIN_ORDER_H

enum { ORDER_LEN = 80 }; /* bytes a key may take, NUL included */

/* A key strictly between `before` and `after`; "" stands for the start and the end of the list. Where the two leave no
 * room (equal keys after a merge), a key right after `before` is given. Millions of rows may be put at an end; into one and
 * the same gap some 400, then the key is no longer greater than `before`, and the rows' ids decide. */
void order_between(const char *before, const char *after, char ret_key[ORDER_LEN]);

#endif
