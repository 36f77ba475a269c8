/* merge_fault.c - what is wrong with what is to be taken in, in words. */
#include "merge_parts.h"

#include "base/i18n.h"

static enum status refuse_damage(struct source *source, struct fault *fault)
{
	return fault_set(fault, ST_INVALID, _("“%s” is damaged, so nothing of it was taken in. Ask for another copy of it."),
			 source->path);
}

enum status source_is_none(const struct source *source, struct fault *fault)
{
	return fault_set(fault, ST_INVALID,
			 _("“%s” is not a yoriai database, nor an export of one. A copy that can be taken in is made by “yoriai backup” or "
			   "“yoriai export all”."),
			 source->path);
}

enum status source_fault(struct source *source, int rc, struct fault *fault)
{
	switch (rc & 0xff) {
	case SQLITE_OK:
		return ST_OK;
	case SQLITE_CORRUPT:
		return refuse_damage(source, fault);
	case SQLITE_NOTADB:
	case SQLITE_ERROR: /* a table or a column is not there */
		return source_is_none(source, fault);
	case SQLITE_READONLY:
		return fault_set(fault, ST_REFUSED,
				 _("“%s” was cut off while in use. Open it once with yoriai where it was made, then take it in."),
				 source->path);
	default:
		return sql_fault(&source->connection, source->path, rc, fault);
	}
}
