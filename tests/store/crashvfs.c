#include "crashvfs.h"

#include "base/mem.h"

#include <fcntl.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum kind { KIND_CREATE, KIND_DELETE, KIND_WRITE, KIND_TRUNCATE, KIND_SYNC };

struct op {
	enum kind kind;
	int inode;
	int64_t at; /* offset, or the new length */
	int len;
	unsigned char *bytes;
	bool syncs_folder;
};

/* What is left of one file. */
struct remains {
	unsigned char *bytes;
	int64_t len, room;
};

struct inode {
	char name[32]; /* without the folder */
	bool there;
	struct remains safe; /* after the first safe_ops operations of the record */
	size_t safe_ops;
};

static struct {
	sqlite3_vfs vfs, *below;
	struct op *ops;
	size_t len, room, begin;
	struct inode inodes[256];
	int inodes_len;
	size_t fail_in;
	int code;
	bool always, failed;
} record;

/* A file of ours is a file of SQLite's with a note about it in front. */
struct file {
	sqlite3_file base;
	int inode;
	bool folder_is_owed; /* the first sync makes the directory entry last */
	sqlite3_file *below;
};

static struct op *note(enum kind kind, int inode)
{
	if (record.len == record.room) {
		record.room = record.room ? record.room * 2 : 1024;
		record.ops = mem_grow(record.ops, record.room, sizeof *record.ops);
	}
	record.ops[record.len] = (struct op){ .kind = kind, .inode = inode };
	return &record.ops[record.len++];
}

/* SQLITE_OK, or what the disk is to answer instead of doing as it is told. */
static int disk_fails(void)
{
	if (!record.code || (record.fail_in > 1 && record.fail_in--))
		return SQLITE_OK;
	int code = record.code;
	record.failed = true;
	if (!record.always)
		record.code = 0;
	return code;
}

void crashvfs_fail(size_t n, int code, bool always)
{
	record.fail_in = n;
	record.code = code;
	record.always = always;
	record.failed = false;
}

bool crashvfs_has_failed(void)
{
	return record.failed;
}

static const char *name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static int inode_find(const char *name)
{
	for (int i = record.inodes_len - 1; i >= 0; i--)
		if (record.inodes[i].there && strcmp(record.inodes[i].name, name) == 0)
			return i;
	return -1;
}

static int inode_make(const char *name)
{
	struct inode *inode = &record.inodes[record.inodes_len];

	assert_true(record.inodes_len < (int)COUNT(record.inodes));
	*inode = (struct inode){ .there = true };
	snprintf(inode->name, sizeof inode->name, "%s", name);
	note(KIND_CREATE, record.inodes_len);
	return record.inodes_len++;
}

/* A file that was there before the record began: whole and safe. */
static int inode_adopt(const char *name, sqlite3_file *below)
{
	sqlite3_int64 len = 0;
	int inode = inode_make(name);

	below->pMethods->xFileSize(below, &len);
	struct op *op = note(KIND_WRITE, inode);
	op->len = (int)len;
	op->bytes = mem_new((size_t)len, 1);
	below->pMethods->xRead(below, op->bytes, (int)len, 0);
	note(KIND_SYNC, inode)->syncs_folder = true;
	record.begin = record.len;
	return inode;
}

static struct file *file_of(sqlite3_file *file)
{
	return (struct file *)file;
}

static int do_close(sqlite3_file *file)
{
	int rc = file_of(file)->below->pMethods->xClose(file_of(file)->below);

	sqlite3_free(file_of(file)->below);
	return rc;
}

static int do_read(sqlite3_file *file, void *bytes, int len, sqlite3_int64 at)
{
	return file_of(file)->below->pMethods->xRead(file_of(file)->below, bytes, len, at);
}

static int do_write(sqlite3_file *file, const void *bytes, int len, sqlite3_int64 at)
{
	int rc = disk_fails();

	if (rc == SQLITE_OK)
		rc = file_of(file)->below->pMethods->xWrite(file_of(file)->below, bytes, len, at);
	if (rc != SQLITE_OK)
		return rc;
	struct op *op = note(KIND_WRITE, file_of(file)->inode);
	op->at = at;
	op->len = len;
	op->bytes = mem_new((size_t)len, 1);
	memcpy(op->bytes, bytes, (size_t)len);
	return SQLITE_OK;
}

static int do_truncate(sqlite3_file *file, sqlite3_int64 len)
{
	int rc = disk_fails();

	if (rc == SQLITE_OK)
		rc = file_of(file)->below->pMethods->xTruncate(file_of(file)->below, len);
	if (rc == SQLITE_OK)
		note(KIND_TRUNCATE, file_of(file)->inode)->at = len;
	return rc;
}

static int do_sync(sqlite3_file *file, int flags)
{
	int rc = disk_fails();

	if (rc == SQLITE_OK)
		rc = file_of(file)->below->pMethods->xSync(file_of(file)->below, flags);
	if (rc != SQLITE_OK)
		return rc;
	note(KIND_SYNC, file_of(file)->inode)->syncs_folder = file_of(file)->folder_is_owed;
	file_of(file)->folder_is_owed = false;
	return SQLITE_OK;
}

static int do_size(sqlite3_file *file, sqlite3_int64 *ret_size)
{
	return file_of(file)->below->pMethods->xFileSize(file_of(file)->below, ret_size);
}

static int do_lock(sqlite3_file *file, int level)
{
	return file_of(file)->below->pMethods->xLock(file_of(file)->below, level);
}

static int do_unlock(sqlite3_file *file, int level)
{
	return file_of(file)->below->pMethods->xUnlock(file_of(file)->below, level);
}

static int do_check_lock(sqlite3_file *file, int *ret_locked)
{
	return file_of(file)->below->pMethods->xCheckReservedLock(file_of(file)->below, ret_locked);
}

static int do_control(sqlite3_file *file, int what, void *arg)
{
	return file_of(file)->below->pMethods->xFileControl(file_of(file)->below, what, arg);
}

static int do_sector(sqlite3_file *file)
{
	return file_of(file)->below->pMethods->xSectorSize(file_of(file)->below);
}

/* A disk that promises nothing: neither whole sectors nor writes in order. */
static int do_character(sqlite3_file *file)
{
	(void)file;
	return 0;
}

static int do_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **ret_page)
{
	return file_of(file)->below->pMethods->xShmMap(file_of(file)->below, page, size, extend, ret_page);
}

static int do_shm_lock(sqlite3_file *file, int offset, int n, int flags)
{
	return file_of(file)->below->pMethods->xShmLock(file_of(file)->below, offset, n, flags);
}

static void do_shm_barrier(sqlite3_file *file)
{
	file_of(file)->below->pMethods->xShmBarrier(file_of(file)->below);
}

static int do_shm_unmap(sqlite3_file *file, int unlink_it)
{
	return file_of(file)->below->pMethods->xShmUnmap(file_of(file)->below, unlink_it);
}

static const sqlite3_io_methods methods = {
	.iVersion = 2,
	.xClose = do_close,
	.xRead = do_read,
	.xWrite = do_write,
	.xTruncate = do_truncate,
	.xSync = do_sync,
	.xFileSize = do_size,
	.xLock = do_lock,
	.xUnlock = do_unlock,
	.xCheckReservedLock = do_check_lock,
	.xFileControl = do_control,
	.xSectorSize = do_sector,
	.xDeviceCharacteristics = do_character,
	.xShmMap = do_shm_map,
	.xShmLock = do_shm_lock,
	.xShmBarrier = do_shm_barrier,
	.xShmUnmap = do_shm_unmap,
};

static int do_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *base, int flags, int *ret_flags)
{
	struct file *file = file_of(base);
	bool is_journal = flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL), was_there = access(path, F_OK) == 0;

	(void)vfs;
	*file = (struct file){ .inode = -1 };
	int rc = flags & SQLITE_OPEN_CREATE ? disk_fails() : SQLITE_OK;
	if (rc != SQLITE_OK)
		return rc;
	file->below = sqlite3_malloc(record.below->szOsFile);
	memset(file->below, 0, (size_t)record.below->szOsFile);
	rc = record.below->xOpen(record.below, path, file->below, flags, ret_flags);
	if (rc != SQLITE_OK) {
		sqlite3_free(file->below);
		return rc;
	}
	file->inode = inode_find(name_of(path));
	if (file->inode < 0)
		file->inode = was_there ? inode_adopt(name_of(path), file->below) : inode_make(name_of(path));
	file->folder_is_owed = is_journal;
	file->base.pMethods = &methods;
	return SQLITE_OK;
}

static int do_delete(sqlite3_vfs *vfs, const char *path, int sync_folder)
{
	int inode = inode_find(name_of(path));
	int rc = disk_fails();

	(void)vfs;
	if (rc == SQLITE_OK)
		rc = record.below->xDelete(record.below, path, sync_folder);
	if (rc == SQLITE_OK && inode >= 0) {
		record.inodes[inode].there = false;
		note(KIND_DELETE, inode)->syncs_folder = sync_folder;
	}
	return rc;
}

void crashvfs_start(void)
{
	record.below = sqlite3_vfs_find(NULL);
	record.vfs = *record.below;
	record.vfs.zName = "crash";
	record.vfs.szOsFile = sizeof(struct file);
	record.vfs.xOpen = do_open;
	record.vfs.xDelete = do_delete;
	sqlite3_vfs_register(&record.vfs, 1);
}

void crashvfs_stop(void)
{
	sqlite3_vfs_register(record.below, 1);
	sqlite3_vfs_unregister(&record.vfs);
}

void crashvfs_forget(void)
{
	for (size_t i = 0; i < record.len; i++)
		free(record.ops[i].bytes);
	for (int i = 0; i < record.inodes_len; i++)
		free(record.inodes[i].safe.bytes);
	free(record.ops);
	memset(&record, 0, sizeof record);
}

size_t crashvfs_ops(void)
{
	return record.len;
}

static void remains_grow(struct remains *remains, int64_t len)
{
	if (len > remains->room) {
		remains->room = len * 2;
		remains->bytes = mem_grow(remains->bytes, (size_t)remains->room, 1);
	}
	if (len > remains->len) {
		memset(remains->bytes + remains->len, 0, (size_t)(len - remains->len));
		remains->len = len;
	}
}

static void apply_piece(struct remains *remains, const struct op *op, int64_t from, int64_t to)
{
	remains_grow(remains, op->at + to);
	memcpy(remains->bytes + op->at + from, op->bytes + from, (size_t)(to - from));
}

static void apply_torn(struct remains *remains, const struct op *op, struct dice *dice)
{
	enum { SECTOR = 512 };

	for (int64_t from = 0; from < op->len;) {
		int64_t to = from + SECTOR - (op->at + from) % SECTOR;
		if (to > op->len)
			to = op->len;
		if (dice_below(dice, 2))
			apply_piece(remains, op, from, to);
		from = to;
	}
}

static bool is_kept(enum loss loss, struct dice *dice)
{
	return loss == LOSS_NONE || (loss != LOSS_ALL && dice_below(dice, 2));
}

static void apply(struct remains *remains, const struct op *op)
{
	if (op->kind == KIND_WRITE)
		apply_piece(remains, op, 0, op->len);
	else if (op->kind == KIND_TRUNCATE && op->at < remains->len)
		remains->len = op->at;
}

static void apply_unsynced(struct remains *remains, const struct op *op, enum loss loss, struct dice *dice)
{
	if (loss == LOSS_TORN && op->kind == KIND_WRITE)
		apply_torn(remains, op, dice);
	else if (is_kept(loss, dice))
		apply(remains, op);
}

/* The operation after which nothing of the inode is safe. */
static size_t synced_until(int inode, size_t ops)
{
	for (size_t i = ops; i > 0; i--)
		if (record.ops[i - 1].kind == KIND_SYNC && record.ops[i - 1].inode == inode)
			return i;
	return 0;
}

static size_t folder_synced_until(size_t ops)
{
	for (size_t i = ops; i > 0; i--)
		if (record.ops[i - 1].syncs_folder)
			return i;
	return 0;
}

size_t crashvfs_begin(void)
{
	return record.begin;
}

/* What is safe of a file, carried forward from image to image: these come in the order of their operations. */
static const struct remains *safe_until(struct inode *inode, size_t synced)
{
	assert_true(inode->safe_ops <= synced);
	for (; inode->safe_ops < synced; inode->safe_ops++)
		if (&record.inodes[record.ops[inode->safe_ops].inode] == inode)
			apply(&inode->safe, &record.ops[inode->safe_ops]);
	return &inode->safe;
}

static bool is_named(int inode, size_t ops, enum loss loss, struct dice *dice)
{
	size_t named = folder_synced_until(ops);
	bool there = false;

	for (size_t i = 0; i < ops; i++) {
		const struct op *op = &record.ops[i];
		if (op->inode == inode && (op->kind == KIND_CREATE || op->kind == KIND_DELETE) &&
		    (i < named || is_kept(loss, dice)))
			there = op->kind == KIND_CREATE;
	}
	return there;
}

static void build(int inode, size_t ops, enum loss loss, struct dice *dice, struct remains *remains)
{
	size_t synced = synced_until(inode, ops);
	const struct remains *safe = safe_until(&record.inodes[inode], synced);

	remains->len = 0;
	remains_grow(remains, safe->len);
	if (safe->len)
		memcpy(remains->bytes, safe->bytes, (size_t)safe->len);
	for (size_t i = synced; i < ops; i++)
		if (record.ops[i].inode == inode)
			apply_unsynced(remains, &record.ops[i], loss, dice);
}

static uint64_t digest(uint64_t hash, const void *bytes, size_t len)
{
	const unsigned char *at = bytes;
	uint64_t word;

	for (; len >= sizeof word; at += sizeof word, len -= sizeof word) {
		memcpy(&word, at, sizeof word);
		hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
		hash ^= hash >> 29;
	}
	for (; len; at++, len--)
		hash = (hash ^ *at) * 1099511628211u;
	return hash;
}

static void write_file(const char *folder, const char *name, const struct remains *remains)
{
	char path[512];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	assert_true(fd >= 0);
	if (remains->len)
		assert_int_equal(write(fd, remains->bytes, (size_t)remains->len), remains->len);
	close(fd);
}

uint64_t crashvfs_image(size_t ops, enum loss loss, struct dice *dice, const char *folder)
{
	struct remains remains = { 0 };
	uint64_t hash = 14695981039346656037u;

	/* In the order they were made: of two files that had one name in turn, the later one stands. */
	for (int i = 0; i < record.inodes_len; i++) {
		const char *name = record.inodes[i].name;
		if (!is_named(i, ops, loss, dice))
			continue;
		build(i, ops, loss, dice, &remains);
		write_file(folder, name, &remains);
		hash = digest(digest(hash, name, strlen(name)), remains.bytes, (size_t)remains.len);
	}
	free(remains.bytes);
	return hash;
}
