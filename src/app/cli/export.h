/* export.h - rows on their way out.
 * Floor: app (private). export.c chooses and prints, export_rows.c writes rows as they are, export_guests.c writes the people of a workshop, export_all.c a copy that can be
 * worked on elsewhere and taken in again. */
#ifndef APP_EXPORT_H
#define APP_EXPORT_H

#include "world/app.h"

#include "domain/workbook.h"
#include "exchange/csv.h"
#include "exchange/json.h"

/* In the user's language, as an import takes them. */
void export_header(struct csv_writer *csv, const struct field_info *field);
void export_cell(struct csv_writer *csv, const struct field_info *field, struct value value);
void export_member(struct json *json, const struct field_info *field, struct value value);

/* All rows of one kind; as an array, or with a row of headers. */
void export_rows_json(const struct workbook *book, enum entity entity, struct json *json);
void export_rows_csv(const struct workbook *book, enum entity entity, struct buf *out);

/* Everybody whom the book's workshop asks: what the directory says of them, and their invitation. */
void export_guests_csv(const struct workbook *book, struct buf *out);
void export_guests_json(const struct workbook *book, struct json *json);

/* A workshop and the directory, as lists and as facts (store/document.h); `name` as in app_load(). */
enum exit_code export_all(struct app *app, const char *name, const char *path);
/* All workshops and the directory, as facts only. */
enum exit_code export_everything(struct app *app, const char *path);

#endif
