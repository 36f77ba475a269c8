/* i18n.h - the interface's language: English in the code, every other one in the catalogue (src/po).
 * Floor: base. */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <libintl.h>
#include <stdbool.h>

#define _(msgid) gettext(msgid)
#define N_(msgid) (msgid) /* marks a string in a table; the reader of the table says _() */
/* One English word that other languages split in two: the context says which. */
#define C_(context, msgid) i18n_context(context "\004" msgid, msgid)

/* Finds the catalogue (beside the program first, then where it was installed) and takes the language from the locale, or
 * from lang ("ja", "en") where it is not NULL. Call once, after setlocale(). */
void i18n_start(const char *lang);

/* Switches while running. */
void i18n_use(const char *lang);
bool i18n_is_japanese(void);
const char *i18n_context(const char *key, const char *msgid);

#endif
