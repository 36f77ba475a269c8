/* export.h - rows of the directory on their way out.
 * Floor: app (private). export.c chooses and prints, export_guests.c writes the people of a workshop. */
#ifndef APP_EXPORT_H
#define APP_EXPORT_H

#include "domain/workbook.h"
#include "exchange/csv.h"
#include "exchange/json.h"

/* In the user's language, as an import takes them. */
void export_header(struct csv_writer *csv, const struct field_info *field);
void export_cell(struct csv_writer *csv, const struct field_info *field, struct value value);
void export_member(struct json *json, const struct field_info *field, struct value value);

/* Everybody whom the book's workshop asks: what the directory says of them, and their invitation. */
void export_guests_csv(const struct workbook *book, struct buf *out);
void export_guests_json(const struct workbook *book, struct json *json);

#endif
