#include "seating.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

/* --- who has met before ----------------------------------------------------------------------------------------------- */

static bool is_before(const struct workbook *outline, const char *workshop, const struct workshop *now)
{
	const struct workshop *other = (const struct workshop *)workbook_find(outline, ENTITY_workshop, workshop);

	return other && strcmp(other->id, now->id) != 0 && other->start_ms <= now->start_ms;
}

/* Seats of one workshop stand in no order: the answer is remembered as long as the workshop stays. */
static void leave_out_later(struct workbook *past, const struct workbook *outline, const struct workshop *now)
{
	size_t kept = 0;
	const char *workshop = "";
	bool before = false;

	for (size_t i = 0; i < past->seats.len; i++) {
		const struct seat *seat = &past->seats.at[i];
		if (strcmp(seat->workshop, workshop) != 0)
			before = is_before(outline, seat->workshop, now);
		workshop = seat->workshop;
		if (before)
			past->seats.at[kept++] = *seat;
	}
	past->seats.len = kept;
}

enum status seating_load_past(struct app *app, const struct workbook *book, struct workbook *ret_past, struct fault *fault)
{
	struct workbook outline = { 0 };
	enum status st = store_load_outline(app->store, &outline, fault);

	if (st == ST_OK)
		st = store_load_seats(app->store, ret_past, fault);
	if (st == ST_OK)
		leave_out_later(ret_past, &outline, workbook_workshop(book));
	workbook_done(&outline);
	return st;
}

/* --- people and rules, as they are typed -------------------------------------------------------------------------------- */

struct wanted {
	struct buf name, affiliation; /* folded */
};

static bool is_whole(const char *text, const struct buf *folded)
{
	struct buf key = { 0 };

	text_fold(&key, text, strlen(text));
	bool same = strcmp(buf_text(&key), buf_text(folded)) == 0;
	buf_done(&key);
	return same;
}

/* How well somebody fits: 2 whole, 1 in part, 0 not at all. */
static int fit(const struct person *person, const struct wanted *wanted)
{
	const char *name = buf_text(&wanted->name);

	if (wanted->affiliation.len && !text_holds(person->affiliation, buf_text(&wanted->affiliation)))
		return 0;
	if (is_whole(person->name, &wanted->name) || is_whole(person->kana, &wanted->name))
		return 2;
	return text_holds(person->name, name) || text_holds(person->kana, name);
}

static const struct person *best_fit(const struct workbook *book, const struct wanted *wanted, struct buf *candidates,
				     size_t *ret_len)
{
	const struct person *found = NULL;
	int best = 1;

	*ret_len = 0;
	for (size_t i = 0; i < book->people.len; i++) {
		const struct person *person = &book->people.at[i];
		int fits = fit(person, wanted);
		if (fits < best)
			continue;
		if (fits > best || !*ret_len)
			buf_clear(candidates);
		*ret_len = fits > best ? 1 : *ret_len + 1;
		best = fits;
		found = person;
		buf_addf(candidates, "%s%s/%s", *ret_len > 1 ? C_("between names", ", ") : "", person->name, person->affiliation);
	}
	return found;
}

enum status seating_find_person(const struct workbook *book, const char *words, const struct person **ret_person,
				struct fault *fault)
{
	const struct person *by_id = (const struct person *)workbook_find(book, ENTITY_person, words);
	const char *slash = strchr(words, '/');
	struct wanted wanted = { 0 };
	struct buf candidates = { 0 };
	size_t len = 0;

	text_fold(&wanted.name, words, slash ? (size_t)(slash - words) : strlen(words));
	if (slash)
		text_fold(&wanted.affiliation, slash + 1, strlen(slash + 1));
	const struct person *found = by_id ? by_id : wanted.name.len ? best_fit(book, &wanted, &candidates, &len) : NULL;
	enum status st = found ? ST_OK : fault_set(fault, ST_NOT_FOUND, _("Nobody is called “%s”."), words);
	if (st == ST_OK && len > 1)
		st = fault_set(fault, ST_INVALID, _("“%s” may be: %s. Say which, with a slash before the affiliation."), words,
			       buf_text(&candidates));
	if (st == ST_OK)
		*ret_person = found;
	buf_done(&wanted.name);
	buf_done(&wanted.affiliation);
	buf_done(&candidates);
	return st;
}

/* What stands before the next comma, of whatever width. */
static size_t name_len(const char *words, size_t *ret_comma_len)
{
	static const char *const commas[] = { ",", "、", "，" };
	size_t len = strlen(words);

	*ret_comma_len = 0;
	for (size_t i = 0; i < COUNT(commas); i++) {
		const char *comma = strstr(words, commas[i]);
		if (!comma || (size_t)(comma - words) >= len)
			continue;
		len = (size_t)(comma - words);
		*ret_comma_len = strlen(commas[i]);
	}
	return len;
}

static enum status read_people(const struct workbook *book, const char *words, struct arena *arena, struct seat_wish *wish,
			       struct fault *fault)
{
	enum status st = ST_OK;
	size_t comma;

	wish->people = arena_new(arena, strlen(words) + 1, sizeof *wish->people);
	for (; st == ST_OK && *words; wish->len += st == ST_OK) {
		size_t len = name_len(words, &comma);
		st = seating_find_person(book, arena_copy_len(arena, words, len), &wish->people[wish->len], fault);
		words += len + comma;
	}
	return st;
}

/* "A=N" without its table. */
static enum status read_table(char *words, int64_t *ret_table, struct fault *fault)
{
	char *equals = strrchr(words, '='), *end;
	long number = equals ? strtol(equals + 1, &end, 10) : 0;

	if (!equals || end == equals + 1 || *end || number < 1)
		return fault_set(fault, ST_INVALID, _("“%s” does not say who sits at which table, like “Mori=3”."), words);
	*equals = '\0';
	*ret_table = number;
	return ST_OK;
}

enum status seating_read_wish(const struct workbook *book, enum seating_rule_kind kind, const char *words, struct arena *arena,
			      struct seat_wish *ret_wish, struct fault *fault)
{
	struct seat_wish wish = { .kind = kind };
	char *names = arena_copy(arena, words);
	enum status st = kind == SEATING_FIX ? read_table(names, &wish.table, fault) : ST_OK;

	if (st == ST_OK)
		st = read_people(book, names, arena, &wish, fault);
	if (st == ST_OK && wish.len < (kind == SEATING_FIX ? 1 : 2))
		st = fault_set(fault, ST_INVALID, _("“%s” names too few people, separated by commas."), words);
	if (st == ST_OK)
		*ret_wish = wish;
	return st;
}

/* --- the search ------------------------------------------------------------------------------------------------------- */

/* Who keeps their seats has little to search for. */
enum { MOVES_PER_CHAIR = 20000, MOVES_MOST = 5000000, KEEPING_SHARE = 8, SLICE = 4096 };

static int64_t mono_ms(const struct env *env)
{
	return env_now(env).mono_ms;
}

static uint64_t moves_of(const struct seating_effort *effort, const struct seating_problem *problem)
{
	uint64_t moves = (uint64_t)MOVES_PER_CHAIR * problem->people * problem->rounds;

	if (effort->time_ms)
		return UINT64_MAX;
	if (effort->moves)
		return effort->moves;
	if (moves > MOVES_MOST)
		moves = MOVES_MOST;
	return problem->keep ? moves / KEEPING_SHARE : moves;
}

void seating_run(const struct env *env, const struct seating_effort *effort, const struct seating_problem *problem,
		 struct seating *seating)
{
	uint64_t most = moves_of(effort, problem), made = 0;
	int64_t begin_ms = mono_ms(env), spent_ms = 0;
	bool goes_on = true;

	while (goes_on && made < most && (!effort->time_ms || spent_ms < effort->time_ms)) {
		uint64_t slice = most - made < SLICE ? most - made : SLICE;
		goes_on = seating_search(seating, slice);
		made += slice;
		spent_ms = mono_ms(env) - begin_ms;
		if (effort->progress)
			effort->progress(effort->time_ms ? (int)(spent_ms * 100 / effort->time_ms) : (int)(made * 100 / most));
	}
}
