#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static size_t sequence_len(unsigned char lead)
{
	return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* vsnprintf may have cut a UTF-8 sequence in two: drop the torn tail. */
static void drop_torn_tail(char *text)
{
	size_t len = strlen(text), lead = len;

	while (lead > 0 && ((unsigned char)text[--lead] & 0xC0) == 0x80)
		;
	if (lead + sequence_len((unsigned char)text[lead]) > len)
		text[lead] = '\0';
}

enum status fault_set(struct fault *fault, enum status st, const char *format, ...)
{
	va_list args;

	if (!fault || fault->text[0])
		return st;
	va_start(args, format);
	vsnprintf(fault->text, sizeof fault->text, format, args);
	va_end(args);
	drop_torn_tail(fault->text);
	return st;
}
