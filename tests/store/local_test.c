/* Drafts, heartbeats, and who is at which console. */
#include "fixture.h"

#include "store/local.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* "": there is none. A process that had our number before us has left its drafts behind. */
static const char *left_draft(struct store *store, const char *prefix)
{
	static char text[64];
	char place[DRAFT_PLACE_LEN];
	struct buf body = { 0 };
	enum status st = draft_find_left(store, "w", prefix, place, &body, NULL);

	assert_true(st == ST_OK || st == ST_NOT_FOUND);
	snprintf(text, sizeof text, "%s", st == ST_OK ? buf_text(&body) : "");
	buf_done(&body);
	return text;
}

static void save_draft(struct store *store, const char *prefix, const char *body)
{
	char place[DRAFT_PLACE_LEN];

	draft_own_place(store, prefix, place);
	assert_int_equal(draft_save(store, "w", place, body, NULL), ST_OK);
}

static void a_draft_is_kept_until_it_is_empty(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);

	(void)state;
	assert_string_equal(left_draft(store, "table 3 offer"), "");
	save_draft(store, "table 3 offer", "送り");
	save_draft(store, "table 3 offer", "送り迎え\n二行目");
	save_draft(store, "table 4 offer", "別の机");
	store_close(store);

	store = fixture_open(fixture_db(), STORE_WRITE);
	assert_string_equal(left_draft(store, "table 3 offer"), "送り迎え\n二行目");
	save_draft(store, "table 3 offer", "");
	assert_string_equal(left_draft(store, "table 3 offer"), "");
	assert_string_equal(left_draft(store, "table 4 offer"), "別の机");
	store_close(store);
}

/* Types half a line and dies. */
static int leave_a_draft(void *ctx)
{
	struct store *store = NULL;
	char place[DRAFT_PLACE_LEN];

	(void)ctx;
	if (store_open(fixture_db(), STORE_LIVE, &env_system, &store, NULL) != ST_OK)
		return 1;
	draft_own_place(store, "table 3", place);
	if (draft_save(store, "w", place, "書きかけ", NULL) != ST_OK)
		return 1;
	raise(SIGKILL);
	return 1;
}

static void a_draft_of_the_dead_is_found_and_one_of_the_living_is_not(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_LIVE);
	struct buf body = { 0 };
	char place[DRAFT_PLACE_LEN] = "";

	(void)state;
	assert_int_equal(draft_find_left(store, "w", "table 3", place, &body, NULL), ST_NOT_FOUND);
	/* The parent of this test lives. */
	snprintf(place, sizeof place, "table 3 %ld %lld", (long)getppid(), (long long)env_now(&env_system).boot_id);
	assert_int_equal(draft_save(store, "w", place, "まだ書いている", NULL), ST_OK);
	assert_int_equal(draft_find_left(store, "w", "table 3", place, &body, NULL), ST_NOT_FOUND);

	assert_int_equal(fixture_wait(fixture_spawn(leave_a_draft, NULL)), 128 + SIGKILL);
	assert_int_equal(draft_find_left(store, "w", "table 4", place, &body, NULL), ST_NOT_FOUND);
	assert_int_equal(draft_find_left(store, "w", "table 3", place, &body, NULL), ST_OK);
	assert_string_equal(buf_text(&body), "書きかけ");
	assert_int_equal(draft_save(store, "w", place, "", NULL), ST_OK);
	assert_int_equal(draft_find_left(store, "w", "table 3", place, &body, NULL), ST_NOT_FOUND);
	buf_done(&body);
	store_close(store);
}

static void the_last_heartbeat_is_remembered(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_WRITE);
	struct moment last = { 0 };

	(void)state;
	assert_int_equal(heartbeat_load(store, "w", &last, NULL), ST_NOT_FOUND);
	for (int64_t i = 1; i <= 3; i++)
		assert_int_equal(heartbeat_save(store, "w", (struct moment){ i * 5000, i * 5001, i * 5002, 77 }, NULL),
				 ST_OK);
	assert_int_equal(heartbeat_load(store, "w", &last, NULL), ST_OK);
	assert_int_equal(last.wall_ms, 15000);
	assert_int_equal(last.boot_ms, 15003);
	assert_int_equal(last.mono_ms, 15006);
	assert_int_equal(last.boot_id, 77);
	assert_int_equal(heartbeat_load(store, "another", &last, NULL), ST_NOT_FOUND);
	store_close(store);
}

struct guest {
	int64_t table;
	int doors[2], ready[2];
};

static int sit(void *ctx)
{
	struct guest *guest = ctx;
	struct store *store = NULL;
	char go;

	close(guest->doors[1]);
	if (store_open(fixture_db(), STORE_LIVE, &env_system, &store, NULL) != ST_OK ||
	    presence_save(store, "w", "scribe", guest->table, NULL) != ST_OK)
		return 1;
	(void)!write(guest->ready[1], "", 1);
	(void)!read(guest->doors[0], &go, 1);
	store_close(store);
	return 0;
}

static pid_t seat_at(struct guest *guest, int64_t table)
{
	char ready;

	guest->table = table;
	pid_t pid = fixture_spawn(sit, guest);
	assert_int_equal(read(guest->ready[0], &ready, 1), 1);
	return pid;
}

static void assert_seated(struct store *store, size_t len, const int64_t *wanted)
{
	int64_t tables[8];

	assert_int_equal(presence_tables(store, "w", tables, COUNT(tables)), len);
	for (size_t i = 0; i < len; i++)
		assert_int_equal(tables[i], wanted[i]);
}

static void scribes_are_seen_while_they_live(void **state)
{
	struct guest guest;
	pid_t pids[4];

	(void)state;
	assert_int_equal(pipe(guest.doors) + pipe(guest.ready), 0);
	store_close(fixture_open(fixture_db(), STORE_WRITE));
	pids[0] = seat_at(&guest, 5);
	pids[1] = seat_at(&guest, 2);
	pids[2] = seat_at(&guest, 5);
	pids[3] = seat_at(&guest, 7);
	struct store *store = fixture_open(fixture_db(), STORE_LIVE);
	assert_seated(store, 3, (int64_t[]){ 2, 5, 7 });
	kill(pids[3], SIGKILL);
	assert_int_equal(fixture_wait(pids[3]), 128 + SIGKILL);
	assert_seated(store, 2, (int64_t[]){ 2, 5 });
	/* A facilitator sits at no table. */
	assert_int_equal(presence_save(store, "w", "facilitator", 0, NULL), ST_OK);
	assert_seated(store, 2, (int64_t[]){ 2, 5 });
	close(guest.doors[1]);
	for (int i = 0; i < 3; i++)
		assert_int_equal(fixture_wait(pids[i]), 0);
	assert_seated(store, 0, NULL);
	store_close(store);
	/* Whoever sat there before the machine started again is gone. */
	store = fixture_open(fixture_db(), STORE_WRITE);
	char sql[128];
	store_close(store);
	snprintf(sql, sizeof sql, "INSERT INTO presence VALUES (%ld, 1, 'w', 'scribe', 4)", (long)getpid());
	fixture_raw(fixture_db(), sql);
	store = fixture_open(fixture_db(), STORE_WRITE);
	assert_seated(store, 0, NULL);
	store_close(store);
}

static void assert_stopped(struct store *store, size_t len, int64_t wanted)
{
	int64_t tables[8];

	assert_int_equal(presence_stopped_tables(store, "w", tables, COUNT(tables)), len);
	if (len)
		assert_int_equal(tables[0], wanted);
}

static void who_stands_still_is_seen_and_who_has_ended_is_not_there(void **state)
{
	struct guest guest;
	siginfo_t info;

	(void)state;
	assert_int_equal(pipe(guest.doors) + pipe(guest.ready), 0);
	struct store *store = fixture_open(fixture_db(), STORE_LIVE);
	pid_t pid = seat_at(&guest, 5);
	assert_stopped(store, 0, 0);
	kill(pid, SIGSTOP);
	assert_int_equal(waitid(P_PID, (id_t)pid, &info, WSTOPPED), 0);
	assert_stopped(store, 1, 5);
	assert_seated(store, 1, (int64_t[]){ 5 });
	kill(pid, SIGCONT);
	assert_int_equal(waitid(P_PID, (id_t)pid, &info, WCONTINUED), 0);
	assert_stopped(store, 0, 0);
	/* Dead, but its parent has not asked after it. */
	kill(pid, SIGKILL);
	assert_int_equal(waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT), 0);
	assert_seated(store, 0, NULL);
	fixture_wait(pid);
	store_close(store);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

static void a_projector_is_known_of_while_it_stands(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_LIVE), *projector = fixture_open(fixture_db(), STORE_READ);

	(void)state;
	assert_false(projector_stands(store, "w", 0, INT64_MAX));
	projector_stand(projector, "w", 5000);
	assert_true(projector_stands(store, "w", 0, INT64_MAX));
	assert_true(projector_stands(store, "w", 5000, 5000));
	assert_false(projector_stands(store, "w", 0, 4999));
	assert_false(projector_stands(store, "w", 5001, INT64_MAX));
	assert_false(projector_stands(store, "another", 0, INT64_MAX));
	projector_stand(projector, "w", 7000);
	assert_false(projector_stands(store, "w", 0, 6999));
	projector_leave(projector);
	assert_false(projector_stands(store, "w", 0, INT64_MAX));
	projector_stand(projector, "w", 9000);
	store_close(projector);
	assert_false(projector_stands(store, "w", 0, INT64_MAX));
	store_close(store);
}

static int project(void *ctx)
{
	struct store *store = NULL;

	(void)ctx;
	if (store_open(fixture_db(), STORE_READ, &env_system, &store, NULL) != ST_OK)
		return 1;
	projector_stand(store, "w", 5000);
	raise(SIGKILL);
	return 1;
}

static void a_projector_that_was_killed_stands_no_more(void **state)
{
	struct store *store = fixture_open(fixture_db(), STORE_LIVE);
	pid_t pid = fixture_spawn(project, NULL);

	(void)state;
	waitpid(pid, NULL, 0);
	assert_false(projector_stands(store, "w", 0, INT64_MAX));
	store_close(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_draft_is_kept_until_it_is_empty),
		CASE(a_draft_of_the_dead_is_found_and_one_of_the_living_is_not),
		CASE(the_last_heartbeat_is_remembered),
		CASE(scribes_are_seen_while_they_live),
		CASE(who_stands_still_is_seen_and_who_has_ended_is_not_there),
		CASE(a_projector_is_known_of_while_it_stands),
		CASE(a_projector_that_was_killed_stands_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
