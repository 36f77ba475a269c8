/* Finding a command by words: what the palette types ahead with. */
#include "command/command.h"

#include "base/buf.h"
#include "text/fold.h"

#include <string.h>

/* How well a command answers to one word, already folded; 0: not at all. What stands in the footer is what people remember,
 * and they type its beginning. */
enum { RANK_NONE, RANK_HELP, RANK_NAME, RANK_HINT, RANK_HINT_BEGINS };

static int word_rank(enum command command, const char *word)
{
	const char *hint = command_hint(command);
	struct buf folded = { 0 };

	text_fold(&folded, hint, strlen(hint));
	bool begins = strncmp(buf_text(&folded), word, strlen(word)) == 0;
	buf_done(&folded);
	if (begins)
		return RANK_HINT_BEGINS;
	if (text_holds(hint, word))
		return RANK_HINT;
	if (text_holds(command_infos[command].name, word))
		return RANK_NAME;
	return text_holds(command_help(command), word) ? RANK_HELP : RANK_NONE;
}

/* `words` are NUL-ended, one after the other, and none may be missing. 1 where none was typed. */
static int words_rank(enum command command, const struct buf *words)
{
	int sum = 1;

	for (size_t at = 0; at < words->len; at += strlen(words->bytes + at) + 1) {
		int rank = word_rank(command, words->bytes + at);
		if (rank == RANK_NONE)
			return 0;
		sum += rank;
	}
	return sum;
}

static void split_words(struct buf *words, const char *typed)
{
	struct buf folded = { 0 };

	text_fold(&folded, typed, strlen(typed));
	for (const char *at = buf_text(&folded); *at;) {
		size_t len = strcspn(at, " ");
		if (len > 0) {
			buf_add(words, at, len);
			buf_add_char(words, '\0');
		}
		at += len + (at[len] == ' ');
	}
	buf_done(&folded);
}

/* Commands found so far, best first; those of one rank stay in the order they came. */
struct ranking {
	enum command *found;
	int ranks[CMD_COUNT];
	size_t len, max;
};

static void rank_command(struct ranking *ranking, enum command command, int rank)
{
	size_t at = ranking->len;

	while (at > 0 && ranking->ranks[at - 1] < rank)
		at--;
	if (at == ranking->max)
		return;
	if (ranking->len < ranking->max)
		ranking->len++;
	for (size_t i = ranking->len - 1; i > at; i--) {
		ranking->found[i] = ranking->found[i - 1];
		ranking->ranks[i] = ranking->ranks[i - 1];
	}
	ranking->found[at] = command;
	ranking->ranks[at] = rank;
}

static void rank_scope(struct ranking *ranking, enum command_scope scope, const struct buf *words)
{
	for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++) {
		if (command_infos[command].scope != scope)
			continue;
		int rank = words_rank(command, words);
		if (rank > 0)
			rank_command(ranking, command, rank);
	}
}

size_t command_search(enum command_scope scope, const char *words, enum command *found, size_t max)
{
	struct ranking ranking = { .found = found, .max = max < CMD_COUNT ? max : CMD_COUNT };
	struct buf typed = { 0 };

	split_words(&typed, words);
	rank_scope(&ranking, scope, &typed);
	while (scope_parent(scope) != scope) {
		scope = scope_parent(scope);
		rank_scope(&ranking, scope, &typed);
	}
	buf_done(&typed);
	return ranking.len;
}
