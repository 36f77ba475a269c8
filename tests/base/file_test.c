#include "base/file.h"

#include "base/mem.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* Each test stands in an empty folder of its own. */
static int enter_folder(void **state)
{
	char name[] = "/tmp/yoriai-file-XXXXXX";

	if (!mkdtemp(name) || chdir(name) < 0)
		return -1;
	*state = mem_copy(name);
	return 0;
}

static int leave_folder(void **state)
{
	char command[128];

	snprintf(command, sizeof command, "rm -rf '%s'", (char *)*state);
	free(*state);
	return chdir("/") < 0 || system(command) != 0 ? -1 : 0;
}

static void put(const char *path, const void *bytes, size_t len)
{
	struct fault fault = { "" };

	assert_int_equal(file_replace(path, bytes, len, &fault), ST_OK);
	assert_string_equal(fault.text, "");
}

static size_t count_entries(const char *path)
{
	DIR *dir = opendir(path);
	size_t count = 0;

	assert_non_null(dir);
	for (struct dirent *entry; (entry = readdir(dir));)
		count += entry->d_name[0] != '.';
	closedir(dir);
	return count;
}

static mode_t mode_of(const char *path)
{
	struct stat info;

	assert_int_equal(stat(path, &info), 0);
	return info.st_mode & 07777;
}

static void what_was_written_is_read_back(void **state)
{
	static const char bytes[] = "一行\0二行\n";
	struct buf buf = { 0 };
	struct fault fault = { "" };

	(void)state;
	put("note", bytes, sizeof bytes - 1);
	buf_add_text(&buf, "before ");
	assert_int_equal(file_read("note", FILE_MAX_BYTES, &buf, &fault), ST_OK);
	assert_int_equal(buf.len, 7 + sizeof bytes - 1);
	assert_memory_equal(buf.bytes + 7, bytes, sizeof bytes - 1);
	buf_done(&buf);
}

static void a_replaced_file_is_private_and_leaves_no_other(void **state)
{
	(void)state;
	put("note", "old and long", 12);
	assert_int_equal(chmod("note", 0644), 0);
	put("note", "new", 3);
	assert_int_equal(mode_of("note"), 0600);
	assert_int_equal(count_entries("."), 1);
	struct buf buf = { 0 };
	assert_int_equal(file_read("note", 3, &buf, NULL), ST_OK);
	assert_string_equal(buf_text(&buf), "new");
	buf_done(&buf);
}

static void what_is_no_ordinary_file_is_refused_by_name(void **state)
{
	static const struct {
		const char *path;
		enum status st;
	} rows[] = {
		{ "missing", ST_NOT_FOUND }, { "folder", ST_INVALID }, { "pipe", ST_INVALID },
		{ "large", ST_INVALID },     { "/dev/zero", ST_INVALID }, { "note/below", ST_IO },
	};

	(void)state;
	assert_int_equal(mkdir("folder", 0700), 0);
	assert_int_equal(mkfifo("pipe", 0600), 0);
	put("note", "x", 1);
	put("large", "12345678901", 11);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf buf = { 0 };
		struct fault fault = { "" };
		if (file_read(rows[i].path, 10, &buf, &fault) != rows[i].st)
			fail_msg("%s: %s", rows[i].path, fault.text);
		assert_non_null(strstr(fault.text, rows[i].path));
		assert_int_equal(buf.len, 0);
		buf_done(&buf);
	}
}

/* What stat() says of a growing file is soon untrue; standard input has no size at all. */
static void standard_input_is_read_up_to_the_limit(void **state)
{
	static const struct {
		size_t max_bytes;
		enum status st;
	} rows[] = { { 5, ST_OK }, { 4, ST_INVALID } };
	int kept = dup(STDIN_FILENO);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf buf = { 0 };
		int ends[2];
		assert_int_equal(pipe(ends), 0);
		assert_int_equal(write(ends[1], "12345", 5), 5);
		close(ends[1]);
		dup2(ends[0], STDIN_FILENO);
		close(ends[0]);
		assert_int_equal(file_read("-", rows[i].max_bytes, &buf, NULL), rows[i].st);
		if (rows[i].st == ST_OK)
			assert_string_equal(buf_text(&buf), "12345");
		buf_done(&buf);
	}
	dup2(kept, STDIN_FILENO);
	close(kept);
}

static void a_file_that_cannot_be_written_is_said_and_nothing_is_left(void **state)
{
	struct fault fault = { "" };
	char longest[5000];

	(void)state;
	assert_int_equal(file_replace("nowhere/note", "x", 1, &fault), ST_IO);
	assert_non_null(strstr(fault.text, "nowhere/note"));
	fault = (struct fault){ "" };
	assert_int_equal(mkdir("folder", 0700), 0);
	assert_int_equal(file_replace("folder", "x", 1, &fault), ST_IO);
	assert_non_null(strstr(fault.text, "folder"));
	assert_int_equal(count_entries("."), 1);
	memset(longest, 'a', sizeof longest - 1);
	longest[sizeof longest - 1] = '\0';
	assert_int_equal(file_replace(longest, "x", 1, NULL), ST_INVALID);
	assert_int_equal(file_make_folder(longest, NULL), ST_INVALID);
}

static void a_full_disk_is_told_apart(void **state)
{
	int full = open("/dev/full", O_WRONLY), kept = dup(STDOUT_FILENO);
	struct fault fault = { "" };

	(void)state;
	assert_true(full >= 0);
	fflush(stdout);
	dup2(full, STDOUT_FILENO);
	enum status st = file_replace("-", "x", 1, &fault);
	dup2(kept, STDOUT_FILENO);
	close(full);
	close(kept);
	assert_int_equal(st, ST_FULL);
	assert_string_not_equal(fault.text, "");
}

static void a_device_is_written_to_and_stays_a_device(void **state)
{
	struct fault fault = { "" };
	struct stat info;

	(void)state;
	assert_int_equal(symlink("/dev/full", "full"), 0);
	assert_int_equal(symlink("/dev/null", "null"), 0);
	assert_int_equal(file_replace("null", "x", 1, NULL), ST_OK);
	assert_int_equal(file_replace("full", "x", 1, &fault), ST_FULL);
	assert_non_null(strstr(fault.text, "full"));
	assert_int_equal(lstat("null", &info), 0);
	assert_true(S_ISLNK(info.st_mode));
	assert_int_equal(count_entries("."), 2);
}

static void folders_are_made_down_to_the_last_and_private(void **state)
{
	static const char *const paths[] = { "a/b/c", "a/b/c", "a//b/d/", "./e" };
	char absolute[256];

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++) {
		assert_int_equal(file_make_folder(paths[i], NULL), ST_OK);
		assert_int_equal(mode_of(paths[i]), 0700);
	}
	snprintf(absolute, sizeof absolute, "%s/f/g", (char *)*state);
	assert_int_equal(file_make_folder(absolute, NULL), ST_OK);
	assert_int_equal(mode_of("f"), 0700);
}

static void a_file_in_a_folders_place_is_said(void **state)
{
	static const char *const paths[] = { "note", "note/below" };

	(void)state;
	put("note", "x", 1);
	for (size_t i = 0; i < COUNT(paths); i++) {
		struct fault fault = { "" };
		assert_int_equal(file_make_folder(paths[i], &fault), ST_IO);
		assert_non_null(strstr(fault.text, "note"));
	}
}

static void assert_untouched(const char *path, const char *text)
{
	struct fault fault = { "" };
	FILE *file = fopen(path, "re");
	char is[64] = "";

	assert_int_equal(file_replace(path, "new", 3, &fault), ST_REFUSED);
	assert_non_null(strstr(fault.text, path));
	assert_non_null(file);
	assert_true(fread(is, 1, sizeof is - 1, file) > 0);
	fclose(file);
	assert_string_equal(is, text);
}

static void a_database_is_not_written_over(void **state)
{
	(void)state;
	put("other.db", "SQLite format 3", 16);
	assert_untouched("other.db", "SQLite format 3");
}

static void what_is_kept_off_is_not_even_read_under_any_name(void **state)
{
	struct fault fault = { "" };
	struct buf buf = { 0 };

	(void)state;
	put("y.db", "x", 1);
	put("y.db-wal", "w", 1);
	assert_int_equal(link("y.db", "other"), 0);
	assert_int_equal(symlink("y.db", "third"), 0);
	file_keep_off("y.db");
	file_keep_off("y.db");
	file_let_near("y.db");
	assert_int_equal(file_read("third", 9, &buf, &fault), ST_REFUSED);
	assert_int_equal(file_read("other", 9, &buf, NULL), ST_REFUSED);
	assert_untouched("y.db", "x");
	assert_untouched("y.db-wal", "w");
	assert_untouched("third", "x");
	file_let_near("y.db");
	assert_int_equal(file_read("y.db", 9, &buf, NULL), ST_OK);
	put("y.db", "new", 3);
	buf_done(&buf);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)
	static const struct CMUnitTest tests[] = {
		IN_FOLDER(what_was_written_is_read_back),
		IN_FOLDER(a_replaced_file_is_private_and_leaves_no_other),
		IN_FOLDER(what_is_no_ordinary_file_is_refused_by_name),
		IN_FOLDER(standard_input_is_read_up_to_the_limit),
		IN_FOLDER(a_file_that_cannot_be_written_is_said_and_nothing_is_left),
		IN_FOLDER(a_full_disk_is_told_apart),
		IN_FOLDER(a_device_is_written_to_and_stays_a_device),
		IN_FOLDER(folders_are_made_down_to_the_last_and_private),
		IN_FOLDER(a_file_in_a_folders_place_is_said),
		IN_FOLDER(a_database_is_not_written_over),
		IN_FOLDER(what_is_kept_off_is_not_even_read_under_any_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
