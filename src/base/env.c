#include "base/env.h"

#include "base/hash.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

static int64_t clock_ms(clockid_t clock)
{
	struct timespec ts = { 0 };

	clock_gettime(clock, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

/* The hash of the kernel's boot UUID; 0 where the kernel does not say. It cannot change while we run. */
static int64_t boot_id(void)
{
	static int64_t known;
	char uuid[40] = "";
	uint64_t hash = HASH_START;

	if (known)
		return known;
	FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");
	if (!file)
		return 0;
	if (fgets(uuid, sizeof uuid, file))
		hash = hash_bytes(hash, uuid, strcspn(uuid, " \n"));
	fclose(file);
	/* JSON readers elsewhere keep 53 bits of a number exactly. */
	known = (int64_t)(hash >> 11);
	return known;
}

static struct moment system_now(void *ctx)
{
	(void)ctx;
	return (struct moment){
		.wall_ms = clock_ms(CLOCK_REALTIME),
		.boot_ms = clock_ms(CLOCK_BOOTTIME),
		.mono_ms = clock_ms(CLOCK_MONOTONIC),
		.boot_id = boot_id(),
	};
}

static void system_random(void *ctx, void *bytes, size_t len)
{
	char *at = bytes;

	(void)ctx;
	while (len > 0) {
		ssize_t got = getrandom(at, len, 0);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		at += got;
		len -= (size_t)got;
	}
}

const struct env env_system = { .now = system_now, .fill_random = system_random };

struct moment env_now(const struct env *env)
{
	return env->now(env->ctx);
}

static const char id_digits[] = "0123456789abcdefghjkmnpqrstvwxyz";

struct id env_new_id(const struct env *env)
{
	unsigned char random[ID_LEN] = { 0 };
	struct id id = { "" };

	env->fill_random(env->ctx, random, sizeof random);
	for (int i = 0; i < ID_LEN; i++)
		id.text[i] = id_digits[random[i] % 32];
	return id;
}

static uint64_t mix(uint64_t hash, const char *text)
{
	hash = hash_bytes(hash, text, strlen(text) + 1); /* the ending NUL keeps texts apart */
	return hash ^ hash >> 29;
}

struct id id_between(const char *one, const char *other, int64_t number)
{
	struct id id = { "" };
	uint64_t hash[2];

	for (unsigned i = 0; i < 2; i++) {
		hash[i] = mix(mix(HASH_START + i, one), other);
		hash[i] = (hash[i] ^ (uint64_t)number) * 0x9E3779B97F4A7C15u;
		hash[i] ^= hash[i] >> 32;
	}
	for (unsigned i = 0; i < ID_LEN; i++)
		id.text[i] = id_digits[hash[i / 8] >> i % 8 * 5 & 31];
	return id;
}
