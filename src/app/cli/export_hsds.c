#include "export_hsds.h"

#include "base/file.h"
#include "base/i18n.h"
#include "cli.h"
#include "exchange/hsds.h"

#include <stdio.h>
#include <string.h>

static bool wants_json(const char *path)
{
	static const char end[] = ".json";
	size_t len = path ? strlen(path) : 0;

	return !path || strcmp(path, "-") == 0 || (len >= strlen(end) && strcmp(path + len - strlen(end), end) == 0);
}

static enum status write_list(const struct workbook *book, enum profile profile, const char *path, size_t *ret_withheld,
			      struct fault *fault)
{
	struct buf out = { 0 };

	hsds_write_json(book, profile, &out, ret_withheld);
	enum status st = file_replace(path, buf_text(&out), out.len, fault);
	buf_done(&out);
	return st;
}

static enum status write_folder(const struct workbook *book, enum profile profile, const char *path, size_t *ret_withheld,
				struct fault *fault)
{
	struct hsds_files files;
	struct file_part parts[HSDS_FILES_MAX];

	hsds_write_files(book, profile, &files, ret_withheld);
	for (size_t i = 0; i < files.len; i++)
		parts[i] = (struct file_part){ files.at[i].name, buf_text(&files.at[i].bytes), files.at[i].bytes.len };
	enum status st = file_replace_folder(path, parts, files.len, hsds_knows_file, fault);
	hsds_files_done(&files);
	return st;
}

enum exit_code export_hsds(struct app *app, const char *profile_word, const char *path)
{
	struct workbook book = { 0 };
	struct fault fault = { "" };
	enum profile profile;
	size_t withheld = 0;

	if (!profile_of_name(profile_word, &profile)) {
		fprintf(stderr, _("yoriai: there is no profile “%s”; there are public, partners and internal.\n"), profile_word);
		return EXIT_USAGE;
	}
	if (app_open_to_read(app) != ST_OK)
		return EXIT_REFUSED;
	enum status st = store_load(app->store, "", store_reach_all, &book, &fault);
	if (st == ST_OK)
		st = wants_json(path) ? write_list(&book, profile, path, &withheld, &fault)
				      : write_folder(&book, profile, path, &withheld, &fault);
	if (st == ST_OK && withheld)
		fprintf(stderr, _("yoriai: %zu cards of persons stay here, without their consent.\n"), withheld);
	workbook_done(&book);
	return app_fail(st, &fault);
}
