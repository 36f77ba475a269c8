/* rig.h - what the benchmarks share: clocks, medians, and a made-up workshop in a database of its own. */
#ifndef BENCH_RIG_H
#define BENCH_RIG_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

int64_t rig_now_us(void);

/* Sorts the figures. share 0.5 is the median. */
double rig_quantile(int64_t *figures, size_t len, double share);

/* A folder of its own, a database in it with one workshop of eight tables and `entries` offers already written. */
struct rig {
	char folder[64], db[128];
	char workshop[17];
};
void rig_open(struct rig *rig, size_t entries);
void rig_fill(struct rig *rig, size_t entries); /* so many more */
void rig_fill_archive(struct rig *rig, size_t rows); /* in workshops of their own, a thousand to each */
void rig_add_workshop(struct rig *rig);              /* the newest, without entries: that which is opened */
void rig_close(struct rig *rig); /* removes it all */

/* A program on an 80x24 terminal of its own, whose other end is *ret_fd. */
pid_t rig_start(const char *const argv[], int *ret_fd);

#endif
