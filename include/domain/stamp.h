/* stamp.h - when a fact was written, in an order that no two facts of one node share.
 * Floor: domain. A hybrid logical clock (Kulkarni et al. 2014): 6 bytes of wall milliseconds, 2 of counter, 8 of node, all
 * big-endian, so that byte order is time order. */
#ifndef DOMAIN_STAMP_H
#define DOMAIN_STAMP_H

#include <stdbool.h>
#include <stdint.h>

enum { STAMP_LEN = 16, STAMP_HEX_LEN = 2 * STAMP_LEN };
struct stamp {
	uint8_t bytes[STAMP_LEN];
};

/* The next stamp of this node: later than `last` (the node's last, or one seen from elsewhere), and not before wall_ms. */
struct stamp stamp_next(struct stamp last, int64_t wall_ms, uint64_t node);

int stamp_compare(struct stamp a, struct stamp b); /* <0, 0, >0 */
int64_t stamp_wall_ms(struct stamp stamp);
uint64_t stamp_node(struct stamp stamp);

/* As text: 32 hexadecimal digits, small letters; false where `hex` does not begin with so many. */
void stamp_to_hex(struct stamp stamp, char ret_hex[STAMP_HEX_LEN + 1]);
bool stamp_of_hex(const char *hex, struct stamp *ret_stamp);

#endif
