#include "cluster.h"

#include "grapheme.h"
#include "point.h"
#include "text/cell.h"
#include "text/text.h"

static int grapheme_cols(const char *text, size_t at, size_t end)
{
	int32_t point;

	if (point_plain_len(text + at, text + end, &point) == end - at)
		return point_plain_cols(point);
	return text_cols(text + at, end - at);
}

size_t cluster_next(const char *text, size_t len, size_t at, int *ret_cols)
{
	int32_t point;
	size_t alone = point_alone_len(text + at, text + len, &point);
	int cols = 0;

	if (alone) {
		*ret_cols = point_plain_cols(point);
		return at + alone;
	}
	while (at < len) {
		if (cols && grapheme_is_plain_at(text, len, at))
			break;
		size_t next = grapheme_end(text, len, at);
		int more = grapheme_cols(text, at, next);
		if (cols && more)
			break;
		cols += more;
		at = next;
	}
	*ret_cols = cols;
	return at;
}

size_t text_cluster_end(const char *text, size_t len, size_t at)
{
	int cols;

	return cluster_next(text, len, at, &cols);
}

size_t text_cluster_start(const char *text, size_t len, size_t at)
{
	bool shows = false;

	while (at > 0 && !shows) {
		at = grapheme_start(text, len, at);
		shows = grapheme_cols(text, at, grapheme_end(text, len, at)) > 0;
	}
	/* What shows nothing at the very beginning belongs to the first cluster that shows. */
	for (size_t before = at; before > 0;) {
		size_t start = grapheme_start(text, len, before);
		if (grapheme_cols(text, start, before) > 0)
			return at;
		before = start;
	}
	return 0;
}

size_t text_fit(const char *text, size_t len, int cols)
{
	size_t fit = 0;

	while (fit < len) {
		int more;
		size_t end = cluster_next(text, len, fit, &more);
		if (more > cols)
			break;
		cols -= more;
		fit = end;
	}
	return fit;
}
