/* ring.h - a finite ring with as many elements as there are tables: where columns of people can be told apart.
 * Floor: engine, private. The product of the fields GF(q) whose sizes are the prime powers of n. Elements are 0 … n-1, 0 is
 * zero. Of ring_units_apart() elements any two differ by a unit, and no more than that many can: in a field, all. */
#ifndef ENGINE_RING_H
#define ENGINE_RING_H

#include <stddef.h>

enum { RING_FIELDS_MAX = 16 };
struct ring_field {
	size_t prime, degree, size; /* size = prime to the power degree */
	size_t reduce;              /* what x to the power degree is, as an element */
};
struct ring {
	struct ring_field fields[RING_FIELDS_MAX];
	size_t len, size;
};

struct ring ring_of_size(size_t size); /* >= 1 */
size_t ring_add(const struct ring *ring, size_t a, size_t b);
size_t ring_times(const struct ring *ring, size_t a, size_t b);
size_t ring_units_apart(const struct ring *ring);         /* how many */
size_t ring_unit_apart(const struct ring *ring, size_t i); /* the i-th of them */

#endif
