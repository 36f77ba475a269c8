/* completion.c - what a shell needs to complete our commands: the words of the usage lines, so that it cannot lie. */
#include "cli.h"

#include "base/buf.h"
#include "base/mem.h"
#include "world/options.h"

#include <stdio.h>
#include <string.h>

static const char globals[] = "--db --lang --theme --json --help";

/* What is typed as it stands is in small letters, what stands for something else in capitals. */
static bool is_literal(const char *word, size_t len)
{
	bool small = len > 1;

	for (size_t i = 0; i < len; i++)
		small = small && ((word[i] >= 'a' && word[i] <= 'z') || word[i] == '-');
	return small;
}

static bool is_among(const char *words, const char *word, size_t len)
{
	for (const char *at = words; *at; at += strcspn(at, " "), at += *at == ' ')
		if (strcspn(at, " ") == len && memcmp(at, word, len) == 0)
			return true;
	return false;
}

/* The subcommand's own words, each once. */
static void find_words(const char *usage, struct buf *words)
{
	static const char between[] = " |[]\"…";
	const char *comma = strstr(usage, ", or:");

	for (const char *at = usage; *at;) {
		size_t len = strcspn(at, between);
		bool is_or = comma && at > comma && at < comma + strlen(", or:");
		if (is_literal(at, len) && !is_or && !is_among(buf_text(words), at, len))
			buf_addf(words, "%s%.*s", words->len ? " " : "", (int)len, at);
		at += len;
		at += strspn(at, between);
	}
}

static void print_names(void)
{
	for (size_t i = 0; i < SUBCOMMAND_COUNT; i++)
		printf("%s%s", i ? " " : "", usages[i].name);
}

static void print_bash_case(const char *name, const char *words)
{
	printf("\t%s) words='%s %s' ;;\n", name, words, globals);
}

static void print_fish_line(const char *name, const char *words)
{
	printf("complete -c yoriai -n '__fish_seen_subcommand_from %s' -a '%s %s'\n", name, words, globals);
}

static void print_each(void (*print)(const char *name, const char *words))
{
	for (size_t i = 0; i < SUBCOMMAND_COUNT; i++) {
		struct buf words = { 0 };
		find_words(usages[i].usage, &words);
		print(usages[i].name, buf_text(&words));
		buf_done(&words);
	}
}

/* Options before the command take a word of their own. */
static void print_bash(void)
{
	printf("_yoriai()\n{\n\tlocal i=1 words\n\twhile [[ ${COMP_WORDS[i]} == --* ]]; do ((i += 2)); done\n\twords='");
	print_names();
	printf(" %s'\n\t((i < COMP_CWORD)) && case ${COMP_WORDS[i]} in\n", globals);
	print_each(print_bash_case);
	printf("\tesac\n\tCOMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\n"
	       "complete -o default -F _yoriai yoriai\n");
}

static void print_zsh(void)
{
	printf("#compdef yoriai\nautoload -U +X bashcompinit && bashcompinit\n");
	print_bash();
}

static void print_fish(void)
{
	printf("complete -c yoriai -n __fish_use_subcommand -a '");
	print_names();
	printf(" %s'\n", globals);
	print_each(print_fish_line);
}

enum exit_code cli_completion(struct app *app, int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*print)(void);
	} shells[] = { { "bash", print_bash }, { "zsh", print_zsh }, { "fish", print_fish } };
	struct arguments words;

	if (!options_read(app, argc, argv, NULL, 0, &words) || words.len != 1)
		return usage_tell(app, SUBCOMMAND_completion);
	for (size_t i = 0; i < COUNT(shells); i++) {
		if (strcmp(shells[i].name, words.at[0]) != 0)
			continue;
		shells[i].print();
		return EXIT_DONE;
	}
	return usage_tell(app, SUBCOMMAND_completion);
}
