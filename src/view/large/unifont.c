#include "view/unifont.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* "2A6B2:" and 64 digits; twice that holds a whole line wherever reading begins. */
enum { LINE_ROOM = 2 * 80 };

bool unifont_is_there(struct unifont *font)
{
	struct stat about;

	if (font->tried)
		return font->size > 0;
	font->tried = true;
	font->fd = open(font->path ? font->path : UNIFONT_PATH, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (font->fd < 0)
		return false;
	if (fstat(font->fd, &about) == 0 && S_ISREG(about.st_mode))
		font->size = (size_t)about.st_size;
	return font->size > 0;
}

void unifont_done(struct unifont *font)
{
	if (font->tried && font->fd >= 0)
		close(font->fd);
	*font = (struct unifont){ .path = font->path };
}

static size_t read_at(const struct unifont *font, size_t at, char *bytes, size_t room)
{
	ssize_t len;

	do
		len = pread(font->fd, bytes, room, (off_t)at);
	while (len < 0 && errno == EINTR);
	return len > 0 ? (size_t)len : 0;
}

/* The first line that begins at or after a byte of the file; false past the last one. */
static bool line_from(const struct unifont *font, size_t at, char line[LINE_ROOM])
{
	size_t from = at ? at - 1 : 0;
	size_t len = read_at(font, from, line, LINE_ROOM - 1);
	char *begin = line;

	line[len] = '\0';
	if (at) {
		begin = memchr(line, '\n', len);
		if (!begin)
			return false;
		begin++;
	}
	memmove(line, begin, strlen(begin) + 1);
	line[strcspn(line, "\n")] = '\0';
	return line[0] != '\0';
}

static uint32_t line_point(const char *line)
{
	return (uint32_t)strtoul(line, NULL, 16);
}

/* Halves the file until the line is found: lines are sorted by code point. */
static bool find_line(const struct unifont *font, uint32_t point, char line[LINE_ROOM])
{
	size_t low = 0, high = font->size;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (line_from(font, middle, line) && line_point(line) < point)
			low = middle + 1;
		else
			high = middle;
	}
	return line_from(font, low, line) && line_point(line) == point;
}

/* "3042:" and 32 (8 columns) or 64 (16 columns) hexadecimal digits, 16 rows from the top. */
static bool parse_line(const char *line, struct bitmap *ret_bitmap)
{
	struct bitmap bitmap = { 0 };
	const char *digits = strchr(line, ':');
	size_t len, per_row;

	if (!digits)
		return false;
	len = strspn(++digits, "0123456789ABCDEFabcdef");
	if (digits[len] || (len != 2 * BITMAP_ROWS && len != 4 * BITMAP_ROWS))
		return false;
	per_row = len / BITMAP_ROWS;
	bitmap.cols = (int)per_row * 4;
	for (int row = 0; row < BITMAP_ROWS; row++) {
		char text[8] = "";

		memcpy(text, digits + (size_t)row * per_row, per_row);
		bitmap.rows[row] = (uint16_t)strtoul(text, NULL, 16);
	}
	*ret_bitmap = bitmap;
	return true;
}

static bool find(void *ctx, uint32_t point, struct bitmap *ret_bitmap)
{
	struct unifont *font = ctx;
	struct unifont_slot *slot = &font->kept[point % UNIFONT_KEPT];
	char line[LINE_ROOM];

	if (!unifont_is_there(font))
		return false;
	if (slot->point != point || !point) {
		slot->point = point;
		slot->found = find_line(font, point, line) && parse_line(line, &slot->bitmap);
	}
	if (slot->found)
		*ret_bitmap = slot->bitmap;
	return slot->found;
}

struct glyph_source unifont_source(struct unifont *font)
{
	return (struct glyph_source){ find, font };
}
