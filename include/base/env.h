/* env.h - time and chance, which enter the program here and are handed on as arguments.
 * Floor: base. Tests and rehearsals bring an env of their own. */
#ifndef BASE_ENV_H
#define BASE_ENV_H

#include <stddef.h>
#include <stdint.h>

/* One look at every clock. `boot` counts suspend, `mono` does not: their difference grows by the time slept.
 * `boot_id` names the boot the two belong to; stamps of different boots compare by `wall` only. */
struct moment {
	int64_t wall_ms; /* UTC since 1970 */
	int64_t boot_ms; /* CLOCK_BOOTTIME */
	int64_t mono_ms; /* CLOCK_MONOTONIC */
	int64_t boot_id;
};

struct env {
	struct moment (*now)(void *ctx);
	void (*fill_random)(void *ctx, void *bytes, size_t len);
	void *ctx;
};

/* The machine's own clocks and randomness. */
extern const struct env env_system;

struct moment env_now(const struct env *env);

/* A new id: 16 characters of 0-9 a-z without i l o u (80 random bits), NUL-ended. */
enum { ID_LEN = 16 };
struct id {
	char text[ID_LEN + 1];
};
struct id env_new_id(const struct env *env);
/* The id of what stands between two others (a person's seat at a workshop): the same wherever and whenever it is made. Such ids are
 * stored, so they never change. */
struct id id_between(const char *one, const char *other, int64_t number);

#endif
