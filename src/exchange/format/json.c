#include "exchange/json.h"

#include "base/calendar.h"
#include "text/text.h"

#include <string.h>

static char last_byte(const struct json *json)
{
	return json->out->len ? json->out->bytes[json->out->len - 1] : '\n';
}

static void break_line(struct json *json)
{
	if (!json->airy)
		return;
	buf_add_char(json->out, '\n');
	for (int i = 0; i < json->depth; i++)
		buf_add_text(json->out, "  ");
}

/* What stands before a value or a name follows from the last byte: every text ends in a quotation mark, so an opening
 * bracket, a colon (or the space after it) and a line's end can be nothing but themselves. */
static void begin(struct json *json)
{
	char last = last_byte(json);

	if (last == ':' || last == ' ' || last == '\n')
		return;
	if (last != '{' && last != '[')
		buf_add_char(json->out, ',');
	break_line(json);
}

static void open_with(struct json *json, char bracket)
{
	begin(json);
	buf_add_char(json->out, bracket);
	json->depth++;
}

static void close_with(struct json *json, char bracket)
{
	char last = last_byte(json);

	json->depth--;
	if (last != '{' && last != '[')
		break_line(json);
	buf_add_char(json->out, bracket);
}

void json_object(struct json *json)
{
	open_with(json, '{');
}

void json_object_end(struct json *json)
{
	close_with(json, '}');
}

void json_array(struct json *json)
{
	open_with(json, '[');
}

void json_array_end(struct json *json)
{
	close_with(json, ']');
}

void json_name(struct json *json, const char *name)
{
	begin(json);
	buf_addf(json->out, json->airy ? "\"%s\": " : "\"%s\":", name);
}

static void add_escaped(struct buf *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		switch (text[i]) {
		case '"':
		case '\\':
			buf_add_char(out, '\\');
			buf_add_char(out, text[i]);
			break;
		case '\n':
			buf_add_text(out, "\\n");
			break;
		case '\t':
			buf_add_text(out, "\\t");
			break;
		default:
			buf_add_char(out, text[i]);
		}
	}
}

void json_text(struct json *json, const char *text)
{
	struct buf clean = { 0 };

	begin(json);
	text_clean(&clean, text, strlen(text), true);
	buf_add_char(json->out, '"');
	add_escaped(json->out, buf_text(&clean), clean.len);
	buf_add_char(json->out, '"');
	buf_done(&clean);
}

void json_number(struct json *json, int64_t number)
{
	begin(json);
	buf_addf(json->out, "%lld", (long long)number);
}

void json_bool(struct json *json, bool yes)
{
	begin(json);
	buf_add_text(json->out, yes ? "true" : "false");
}

void json_null(struct json *json)
{
	begin(json);
	buf_add_text(json->out, "null");
}

struct json json_line(struct buf *out)
{
	struct json json = { .out = out };

	json_object(&json);
	return json;
}

void json_line_end(struct json *json)
{
	json_object_end(json);
	buf_add_char(json->out, '\n');
}

void json_put_text(struct json *json, const char *name, const char *text)
{
	json_name(json, name);
	json_text(json, text);
}

void json_put_known(struct json *json, const char *name, const char *text)
{
	if (*text)
		json_put_text(json, name, text);
	else
		json_put_null(json, name);
}

void json_put_number(struct json *json, const char *name, int64_t number)
{
	json_name(json, name);
	json_number(json, number);
}

void json_put_bool(struct json *json, const char *name, bool yes)
{
	json_name(json, name);
	json_bool(json, yes);
}

void json_put_null(struct json *json, const char *name)
{
	json_name(json, name);
	json_null(json);
}

void json_put_seconds(struct json *json, const char *name, int64_t ms)
{
	json_put_number(json, name, ms / 1000);
}

void json_put_moment(struct json *json, const char *name, int64_t wall_ms)
{
	char iso[CALENDAR_ISO_LEN] = "";

	if (wall_ms)
		calendar_iso(wall_ms, iso);
	json_put_known(json, name, iso);
}
