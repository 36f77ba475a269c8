#include "exchange/template.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "cli.h"
#include "exchange/json.h"
#include "world/options.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static void print_row(struct json *json, const char *name, bool as_json)
{
	struct template template = { 0 };
	struct fault fault = { "" };
	const char *text = template_builtin(name, i18n_is_japanese());

	if (template_parse(text, strlen(text), &template, &fault) != ST_OK)
		return;
	if (as_json) {
		json_object(json);
		json_put_text(json, "name", name);
		json_put_text(json, "title", template.title);
		json_put_number(json, "total_s", template_total_s(&template));
		json_put_number(json, "steps", (int64_t)template.len);
		json_object_end(json);
	} else {
		buf_addf(json->out, _("%s: %s (%" PRId64 " min, %zu steps)\n"), name, template.title,
			 template_total_s(&template) / 60, template.len);
	}
	template_done(&template);
}

static void print_all(bool as_json)
{
	struct buf out = { 0 };
	struct json json = { .out = &out };
	size_t len;
	const char *const *names = template_builtin_names(&len);

	if (as_json)
		json_array(&json);
	for (size_t i = 0; i < len; i++)
		print_row(&json, names[i], as_json);
	if (as_json) {
		json_array_end(&json);
		buf_add_char(&out, '\n');
	}
	fputs(buf_text(&out), stdout);
	buf_done(&out);
}

enum exit_code cli_templates(struct app *app, int argc, char **argv)
{
	struct arguments words;

	if (!options_read(app, argc, argv, NULL, 0, &words) || words.len > 1)
		return usage_tell(app, SUBCOMMAND_templates);
	if (words.len == 0) {
		print_all(app->json);
		return EXIT_DONE;
	}
	const char *text = template_builtin(words.at[0], i18n_is_japanese());
	if (!text) {
		fprintf(stderr, _("yoriai: there is no template “%s”; yoriai templates lists them.\n"), words.at[0]);
		return EXIT_REFUSED;
	}
	fputs(text, stdout);
	return EXIT_DONE;
}
