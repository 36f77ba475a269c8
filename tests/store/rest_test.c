/* Who brings a file to rest keeps what others wrote into its log since it last looked: what they wrote need not touch the count
 * by which a connection without log knows that its pages are old (met in SQLite 3.40.1). */
#include "fixture.h"

#include "inside.h"
#include "live.h"

#include <unistd.h>

enum { LINES = 20 }; /* so few that some of them take no new page of the file */

/* Between a process that writes when it is told where to, and the one that will leave. */
struct talk {
	int to_writer[2];
};

static int write_and_vanish(void *ctx)
{
	const struct talk *talk = ctx;
	struct room room;
	struct store *store;
	struct fault fault = { "" };

	if (read(talk->to_writer[0], &room, sizeof room) != sizeof room ||
	    store_open(fixture_db(), STORE_LIVE, &env_system, &store, &fault) != ST_OK)
		return 1;
	/* As a process ends that was killed: it leaves nothing in order. */
	_exit(fixture_pair(store, &room, "since") == ST_OK ? 0 : 2);
}

/* What store_close() does, but for its own last look at the file: whoever writes just behind that look is not seen either. */
static void leave_unawares(struct store *store)
{
	connection_close(&store->guard);
	assert_true(live_rest(store));
}

static void what_was_written_since_one_looked_is_kept(void **state)
{
	(void)state;
	for (int lines = 0; lines < LINES; lines++) {
		struct talk talk;
		assert_return_code(pipe(talk.to_writer), 0);
		unlink(fixture_db());
		pid_t writer = fixture_spawn(write_and_vanish, &talk);

		struct store *store = fixture_open(fixture_db(), STORE_LIVE);
		struct room room = fixture_room(store);
		for (int i = 0; i < lines; i++)
			assert_int_equal(fixture_pair(store, &room, "before"), ST_OK);
		assert_int_equal(write(talk.to_writer[1], &room, sizeof room), sizeof room);
		assert_int_equal(fixture_wait(writer), 0);
		leave_unawares(store);
		store_close(store);

		store = fixture_open(fixture_db(), STORE_WRITE);
		fixture_assert_sound(store);
		store_close(store);
		close(talk.to_writer[0]);
		close(talk.to_writer[1]);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_was_written_since_one_looked_is_kept, fixture_setup, fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
