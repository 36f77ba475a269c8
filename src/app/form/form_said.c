/* form_said.c - a field's value as it stands in a form, and back: what fields.def says of it decides, or the field's own manner. */
#include "form.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "text/fold.h"
#include "text/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { MANNER_BYTES = 120 }; /* of what is typed for a figure, a date or a time */

const struct field_info *form_info(const struct form *form, size_t field)
{
	return field_info_of(form->spec->fields[field].field);
}

/* --- figures ------------------------------------------------------------------------------------------------------------ */

static void say_number(struct value value, struct buf *out)
{
	if (value.number)
		buf_addf(out, "%" PRId64, value.number);
}

static enum status read_number(const struct field_info *info, const char *typed, int64_t now_ms, struct buf *ret_text,
			       int64_t *ret_number, struct fault *fault)
{
	struct buf folded = { 0 };
	char *end;

	(void)now_ms;
	(void)ret_text;
	text_fold(&folded, typed, strlen(typed));
	long long number = strtoll(buf_text(&folded), &end, 10);
	bool is_one = !*end && number >= 0 && (!info->limit || number <= info->limit);
	buf_done(&folded);
	if (!is_one)
		return fault_set(fault, ST_INVALID, _("“%s” is no number from 0 to %" PRId64 "."), typed, info->limit);
	*ret_number = number;
	return ST_OK;
}

const struct form_manner form_as_number = { say_number, read_number };

/* --- days and moments --------------------------------------------------------------------------------------------------- */

static void say_as_it_is(struct value value, struct buf *out)
{
	buf_add_text(out, value.text);
}

static enum status read_date(const struct field_info *info, const char *typed, int64_t now_ms, struct buf *ret_text,
			     int64_t *ret_number, struct fault *fault)
{
	struct calendar day = calendar_of(now_ms);
	int64_t ms;

	(void)info;
	(void)ret_number;
	if (*typed && calendar_parse(typed, &ms) != ST_OK)
		return fault_set(fault, ST_INVALID, _("“%s” is no date; write it like %04d-%02d-%02d."), typed, day.year, day.month,
				 day.day);
	if (*typed) {
		day = calendar_of(ms);
		buf_addf(ret_text, "%04d-%02d-%02d", day.year, day.month, day.day);
	}
	return ST_OK;
}

const struct form_manner form_as_date = { say_as_it_is, read_date };

static void say_moment(struct value value, struct buf *out)
{
	struct calendar at = calendar_of(value.number);

	if (value.number)
		buf_addf(out, "%04d-%02d-%02d %02d:%02d", at.year, at.month, at.day, at.hour, at.minute);
}

static enum status read_moment(const struct field_info *info, const char *typed, int64_t now_ms, struct buf *ret_text,
			       int64_t *ret_number, struct fault *fault)
{
	struct calendar day = calendar_of(now_ms);
	int64_t ms = 0;

	(void)info;
	(void)ret_text;
	if (*typed && calendar_parse_coming(typed, now_ms, &ms) != ST_OK)
		return fault_set(fault, ST_INVALID, _("“%s” is no date with a time; write it like %04d-%02d-%02d 13:30."), typed,
				 day.year, day.month, day.day);
	*ret_number = ms;
	return ST_OK;
}

const struct form_manner form_as_moment = { say_moment, read_moment };

/* --- any field ---------------------------------------------------------------------------------------------------------- */

/* NULL: the text is the value. */
static const struct form_manner *manner_of(const struct form *form, size_t field)
{
	const struct form_manner *own = form->spec->fields[field].manner;
	enum field_type type = form_info(form, field)->type;

	if (own)
		return own;
	return type == FIELD_TYPE_NUMBER ? &form_as_number : type == FIELD_TYPE_MOMENT ? &form_as_moment : NULL;
}

const struct code_list *form_codes(const struct form *form, size_t field)
{
	const struct field_info *info = form_info(form, field);

	return info->type == FIELD_TYPE_NUMBER && info->limit == 1 ? &codes_yes_no : info->codes;
}

bool form_is_typed(const struct form *form, size_t field)
{
	return !form_codes(form, field) && form_info(form, field)->type != FIELD_TYPE_REF;
}

size_t form_most_bytes(const struct form *form, size_t field)
{
	return manner_of(form, field) ? MANNER_BYTES : (size_t)form_info(form, field)->limit;
}

void form_add_said(const struct form *form, size_t field, struct value value, struct buf *out)
{
	if (form_codes(form, field))
		return;
	if (form_is_typed(form, field) && manner_of(form, field))
		manner_of(form, field)->say(value, out);
	else
		buf_add_text(out, value.text);
}

enum status form_read(const struct form *form, size_t field, int64_t now_ms, struct buf *ret_text, struct value *ret_value,
		      struct fault *fault)
{
	struct value value = form_value(form, field);
	enum status st = ST_OK;

	buf_clear(ret_text);
	if (form_is_typed(form, field) && manner_of(form, field)) {
		size_t len;
		const char *trimmed = text_trim(value.text, strlen(value.text), &len);
		char *typed = mem_copy_len(trimmed, len);
		st = manner_of(form, field)->read(form_info(form, field), typed, now_ms, ret_text, &value.number, fault);
		value.text = buf_text(ret_text);
		free(typed);
	}
	if (st == ST_OK)
		*ret_value = value;
	return st;
}

struct value form_value(const struct form *form, size_t field)
{
	const struct form_input *input = &form->inputs[field];

	return (struct value){ form_is_typed(form, field) ? lineedit_text(&input->edit) : input->ref, input->choice };
}

bool form_is_changed(const struct form *form, size_t field)
{
	const struct form_input *input = &form->inputs[field];
	struct value value = form_value(form, field);

	return value.number != input->before_choice || strcmp(value.text, input->before_text) != 0;
}
