/* hash.h - one number of many bytes: to find things again and to tell them apart. No secret, no proof.
 * Floor: base. FNV-1a, 64 bits (Fowler, Noll, Vo). Some of these numbers are stored: they never change. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_START UINT64_C(14695981039346656037)

/* Goes on from `hash`, so that pieces one after the other hash as the whole. */
uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t len);

#endif
