#include "look.h"

#include "base/mem.h"
#include "inside.h"
#include "live.h"
#include "side.h"
#include "sound.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

/* Naps for others who look: some twenty seconds. A million facts take thirteen; but who looks may have been stopped. */
enum { OTHERS_TRIES_MAX = 5000 };

struct look {
	pthread_t thread;
	bool is_joined;
	atomic_bool is_given_up;
	int ended;        /* an eventfd */
	const char *side; /* the store's */
	bool is_live;     /* it is to become so if it is sound */

	/* The thread's own until it was joined. */
	struct connection connection;
	int turn;
	int rc;
	struct buf problems;
};

/* False: there is nothing to look at any more. Who had the turn before us gave it back when the file was live. */
static bool take_turn(struct look *look)
{
	look->turn = side_take(look->side);
	for (int tries = 0; look->turn == SIDE_TAKEN && tries < OTHERS_TRIES_MAX && !look->is_given_up; tries++) {
		connection_nap(&look->connection, tries);
		look->turn = side_take(look->side);
	}
	return !live_is_wal(&look->connection);
}

static void *run(void *ctx)
{
	struct look *look = ctx;

	if ((!look->is_live || take_turn(look)) && !look->is_given_up)
		look->rc = sound_read(&look->connection, look->is_live, &look->problems);
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
	if (look->turn >= 0 && live_is_wal(&look->connection))
		side_unlock(look->turn);
	else
		side_drop(look->side, look->turn);
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
	look->is_live = store->mode == STORE_LIVE;
	look->turn = SIDE_NONE;
	if (sqlite3_threadsafe() && look->ended >= 0 &&
	    connection_open(&look->connection, store->path, store->frozen ? ACCESS_FROZEN : ACCESS_READ) == SQLITE_OK &&
	    start_thread(look))
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
	for (int tries = 0; tries < OTHERS_TRIES_MAX && side_is_taken(store->side); tries++)
		connection_nap(&store->main, tries);
}
