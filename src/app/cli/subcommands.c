#include "cli.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdio.h>
#include <string.h>

const struct subcommand subcommands[] = {
	{ "new", "[TITLE] [--template NAME|FILE.md] [--start \"YYYY-MM-DD HH:MM\"] [--end HH:MM] [--tables N] "
		 "[--table \"THEME → ROOM\"]… [--case FILE]… [--cases N] [--rounds N] [--mode venue|online|hybrid] "
		 "[--letter FILE] [--series NAME] [--from WORKSHOP [--as-it-went]]",
	  N_("make a workshop; prints its id"), cli_new },
	{ "list", "", N_("list the workshops"), cli_list },
	{ "show", "[WORKSHOP]", N_("show what the tables of a workshop recorded"), cli_show },
	{ "agenda", "[WORKSHOP]", N_("show the running sheet: planned, forecast, actual"), cli_agenda },
	{ "templates", "[NAME]", N_("list the agenda templates, or print one"), cli_templates },
	{ "plan", "[WORKSHOP] [--title TITLE] [--start \"YYYY-MM-DD HH:MM\"] [--end HH:MM] [--venue VENUE] [--mode venue|online|hybrid] "
		  "[--series NAME] [--number N] [--year-number N] [--programme NAME] [--commissioner NAME] [--purpose TEXT] "
		  "[--context TEXT] [--case FILE] [--letter FILE]",
	  N_("open the plan of a workshop, or change what is said of it"), cli_plan },
	{ "run", "[WORKSHOP] [--plain [--bell]] [--rehearse SPEED]", N_("open the facilitator’s console"), cli_run },
	{ "audience", "[WORKSHOP]", N_("open the projector view: reads only, comes up shuttered"), cli_audience },
	{ "scribe", "--table N [WORKSHOP]", N_("open a scribe’s console for one table"), cli_scribe },
	{ "clock", "status|start|pause|resume|next|back|skip|end|undo|add ±MIN|backdate HH:MM|message TEXT [--for MIN]|"
		  "shutter|blackout|freeze|day|picture|silent [on|off]|bell [1|2|3]|"
		  "table N STATE|refit [--apply] [WORKSHOP]",
	  N_("drive the clock from outside"), cli_clock },
	{ "log", "--table N offer|step|note|action TEXT [--by NAME] [--scope 1|10|100] [--cost free|paid|at_cost] "
		"[--when LABEL] [--kind KIND] [--need ID] [--move TEXT] [--support NAME]… [--formal NAME]… [--informal NAME]… [--mixed NAME]… [--action ACTION] [--to WHO] "
		"[--from NOTE] [--priority 1-9] [--why TEXT] [--who NAME] [--until WHEN] [--first TEXT] "
		"[WORKSHOP], or: - [WORKSHOP]", N_("record one entry, or NDJSON from standard input"),
	  cli_log },
	{ "import", "people FILE [WORKSHOP]|cards FILE [--map FIELD=COLUMN]… [--guess] [--encoding NAME] [--overwrite] [--dry-run], or: "
		   "agenda FILE [WORKSHOP] [--dry-run]",
	  N_("import people, resource cards or an agenda"), cli_import },
	{ "export", "cards|people|agenda|all [WORKSHOP] [--format csv|json|hsds|md] [--profile public|partners|internal] [-o PATH]", N_("export what was gathered"), cli_export },
	{ "search", "TEXT [--in workshops|cases|cards|people|stories|steps|offers|notes|actions|all]", N_("find text, blind to kana, width and case"), cli_search },
	{ "seat", "[WORKSHOP] [--tables N] [--rounds R] [--together A,B]… [--apart A,B]… [--fix A=N]… [--keep] [--seed N] "
		  "[--time SECONDS|--moves N] [--apply]",
	  N_("propose who sits with whom, round by round"), cli_seat },
	{ "report", "[WORKSHOP] --format md|html|json [--profile public|partners|internal] [-o PATH]", N_("write the report"), cli_report },
	{ "needs", "[WORKSHOP] [--add TEXT|--edit N [--text TEXT]|--remove N] [--kind trouble|wish|concern] [--category TEXT] "
		   "[--resistance TEXT] [--interest TEXT] [--strengths TEXT]",
	  N_("write what a case needs, and see which cards speak to it"), cli_needs },
	{ "deck", "[WORKSHOP] [--add CARD]… [--remove CARD]… [--all] [--renumber]",
	  N_("choose the resource cards of a workshop, or list them"), cli_deck },
	{ "paper", "[NAME|all] [WORKSHOP] [-o PATH]", N_("write what is printed for the day, or list what there is"), cli_paper },
	{ "merge", "[--ahead] FILE…", N_("take in what was written into other copies of the database"), cli_merge },
	{ "backup", "FILE", N_("make a safe copy, also while others write"), cli_backup },
	{ "check", "[--index]", N_("verify the database and this computer"), cli_check },
	{ "screen", "NAME [WORKSHOP] [--table N] [--size COLSxROWS] [--at HH:MM:SS] [--format text|ansi|svg] [--find WORDS]",
	  N_("print a screen without a terminal"), cli_screen },
	{ "demo", "[--speed N] [--pictures FOLDER]", N_("run a made-up workshop in a temporary database"), cli_demo },
	{ "completion", "bash|zsh|fish", N_("print what lets a shell complete these commands"), cli_completion },
};
const size_t subcommands_len = COUNT(subcommands);

static const struct subcommand *subcommand_of_name(const char *name)
{
	size_t i = 0;

	while (i + 1 < subcommands_len && strcmp(subcommands[i].name, name) != 0)
		i++;
	return &subcommands[i];
}

enum exit_code cli_usage(const struct app *app, const char *name)
{
	const struct subcommand *subcommand = subcommand_of_name(name);
	FILE *out = app->help ? stdout : stderr;

	fprintf(out, _("usage: yoriai %s%s%s\n"), name, *subcommand->usage ? " " : "", subcommand->usage);
	if (app->help)
		printf("\n%s\n", _(subcommand->help));
	return app->help ? EXIT_DONE : EXIT_USAGE;
}
