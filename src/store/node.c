#include "node.h"

#include "base/buf.h"
#include "base/file.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static bool node_folder(struct buf *path)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

	/* The XDG specification: a relative path is to be ignored. */
	if (state && state[0] == '/')
		buf_addf(path, "%s/yoriai", state);
	else if (home && home[0] == '/')
		buf_addf(path, "%s/.local/state/yoriai", home);
	return path->len > 0;
}

static bool read_node(const char *path, uint64_t *ret_node)
{
	struct buf bytes = { 0 };
	bool ok = file_read(path, 64, &bytes, NULL) == ST_OK && bytes.len == sizeof *ret_node;

	if (ok)
		memcpy(ret_node, bytes.bytes, sizeof *ret_node);
	buf_done(&bytes);
	return ok && *ret_node != 0;
}

uint64_t node_id(const struct env *env)
{
	struct buf path = { 0 };
	uint64_t node = 0;
	bool has_folder = node_folder(&path);
	struct buf folder = { 0 };

	buf_add(&folder, buf_text(&path), path.len);
	buf_add_text(&path, "/node");
	if (!has_folder || !read_node(buf_text(&path), &node)) {
		env->fill_random(env->ctx, &node, sizeof node);
		node |= node == 0;
		if (has_folder && file_make_folder(buf_text(&folder), NULL) == ST_OK &&
		    file_replace(buf_text(&path), &node, sizeof node, NULL) == ST_OK)
			/* Another process may have drawn at the same moment: the one on disk counts. */
			(void)read_node(buf_text(&path), &node);
	}
	buf_done(&folder);
	buf_done(&path);
	return node;
}
