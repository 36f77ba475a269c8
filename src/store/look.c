#include "look.h"

#include "backup.h"
#include "base/mem.h"
#include "inside.h"
#include "side.h"
#include "sound.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

/* Some twenty seconds for others who look. A million facts take thirteen; but who looks may have been stopped. */
enum { OTHERS_TRIES_MAX = 1000, OTHERS_NAP_MS = 20 };

struct look {
	pthread_t thread;
	bool is_joined;
	atomic_bool is_given_up;
	int ended;         /* an eventfd */
	const char *side;  /* the store's */
	const char *path;
	int standing;      /* -1: what this one finds is for itself */
	bool is_thorough;

	/* The thread's own until it was joined. */
	struct connection connection;
	enum { FOUND_BY_US, FOUND_SOUND, FOUND_DAMAGED } found;
	int rc;
	struct buf problems;
};

static void nap(void)
{
	nanosleep(&(struct timespec){ .tv_nsec = OTHERS_NAP_MS * 1000000L }, NULL);
}

/* Until nobody else looks, or they take too long: then both do. */
static void take_turn(struct look *look)
{
	for (int tries = 0; tries < OTHERS_TRIES_MAX && !look->is_given_up; tries++) {
		if (side_step_on(look->standing, SIDE_LOOKS) || side_is_stood_on(look->side, SIDE_SOUND))
			return;
		nap();
	}
}

static void look_through(struct look *look)
{
	if (look->standing >= 0)
		take_turn(look);
	if (side_is_stood_on(look->side, SIDE_SOUND))
		look->found = FOUND_SOUND;
	else if (backup_is_set_aside(look->path))
		look->found = FOUND_DAMAGED;
	else if (!look->is_given_up)
		look->rc = sound_read(&look->connection, look->is_thorough, &look->problems);
}

static void *run(void *ctx)
{
	struct look *look = ctx;

	look_through(look);
	eventfd_write(look->ended, 1);
	return NULL;
}

/* Signals are for the loop: here they would end the program. */
static bool start_thread(struct look *look)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	int error = pthread_create(&look->thread, NULL, run, look);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return error == 0;
}

static void free_look(struct look *look)
{
	side_step_off(look->standing, SIDE_LOOKS);
	connection_close(&look->connection);
	if (look->ended >= 0)
		close(look->ended);
	buf_done(&look->problems);
	free(look);
}

struct look *look_start(const struct store *store)
{
	struct look *look = mem_new(1, sizeof *look);

	look->ended = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	look->side = store->side;
	look->path = store->path;
	look->standing = store->standing;
	look->is_thorough = store->mode == STORE_LIVE;
	if (sqlite3_threadsafe() && look->ended >= 0 &&
	    connection_open(&look->connection, store->path, store->frozen ? ACCESS_FROZEN : ACCESS_READ) == SQLITE_OK &&
	    connection_take_little_room(&look->connection) == SQLITE_OK && start_thread(look))
		return look;
	free_look(look);
	return NULL;
}

int look_fd(const struct look *look)
{
	return look->ended;
}

static void join(struct look *look)
{
	pthread_join(look->thread, NULL);
	look->is_joined = true;
}

enum status look_end(struct look *look, struct store *store, struct fault *fault)
{
	join(look);
	if (look->found == FOUND_SOUND)
		return ST_OK;
	if (look->found == FOUND_DAMAGED)
		return sound_refuse(store, sqlite3_errstr(SQLITE_CORRUPT), fault);
	return sound_judge(store, look->rc, &look->problems, fault);
}

/* An interruption that finds no sentence at work is lost: so once more, until it was heard. */
static void give_up(struct look *look)
{
	struct pollfd ended = { .fd = look->ended, .events = POLLIN };

	look->is_given_up = true;
	do
		sqlite3_interrupt(look->connection.db);
	while (poll(&ended, 1, 1) != 1);
	join(look);
}

void look_done(struct look *look)
{
	if (!look)
		return;
	if (!look->is_joined)
		give_up(look);
	free_look(look);
}

void look_await_others(struct store *store)
{
	for (int tries = 0; tries < OTHERS_TRIES_MAX && side_is_stood_on(store->side, SIDE_LOOKS); tries++)
		nap();
}
