#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* vsnprintf may have cut a UTF-8 sequence in two: drop the torn tail. */
static void drop_torn_tail(char *text, size_t size)
{
	size_t len = strlen(text);

	if (len < size - 1)
		return;
	while (len > 0 && ((unsigned char)text[len - 1] & 0xC0) == 0x80)
		len--;
	if (len > 0)
		text[len - 1] = '\0';
}

enum status fault_set(struct fault *fault, enum status st, const char *format, ...)
{
	va_list args;

	if (!fault || fault->text[0])
		return st;
	va_start(args, format);
	vsnprintf(fault->text, sizeof fault->text, format, args);
	va_end(args);
	drop_torn_tail(fault->text, sizeof fault->text);
	return st;
}
