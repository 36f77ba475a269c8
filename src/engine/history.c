#include "history.h"

#include "steady.h"

#include <string.h>

/* What became of each row. */
struct fate {
	bool counts;  /* made sense where it stands */
	bool undone;  /* its press was taken back; said of a press's first row only */
	size_t press; /* the first row of its press, often itself; len: that row is missing */
};

struct fold {
	struct course *course;
	struct entry *entries;
	struct fate *fates;
	size_t len;
	size_t newest_press, newest; /* len: none */
};

static struct moment row_moment(const struct run_row *row)
{
	return (struct moment){
		.wall_ms = ms_within_reason(row->at_ms),
		.boot_ms = ms_within_reason(row->boot_ms),
		.boot_id = row->boot_id,
	};
}

/* Looked for backwards: what a row names mostly stands just before it. */
static size_t row_before(const struct fold *fold, size_t from, const char *id)
{
	for (size_t i = from; i-- > 0;)
		if (strcmp(fold->entries[i].row->id, id) == 0)
			return i;
	return fold->len;
}

/* What a start, a close, a re-fit or a backdate names as the row it was pressed with; "": it stands alone. */
static const char *press_named(const struct run_row *row)
{
	bool is_shared = row->verb == VERB_START || row->verb == VERB_CLOSE || row->verb == VERB_REFIT ||
			 row->verb == VERB_BACKDATE;

	return is_shared ? row->target : "";
}

static void read_rows(struct fold *fold, const struct workbook *book, struct steady *steady)
{
	for (size_t i = 0; i < fold->len; i++) {
		const struct run_row *row = &book->run_rows.at[i];
		const char *press = press_named(row);
		struct moment moment = row_moment(row);
		fold->entries[i] = (struct entry){
			.row = row,
			.steady_ms = steady_advance(steady, moment),
			.wall_ms = moment.wall_ms,
			.ms = ms_within_reason(row->ms),
		};
		fold->fates[i].press = *press ? row_before(fold, i, press) : i;
	}
}

/* What the machine noted is not taken back, nor what a table says of itself: it would stand between the facilitator and
 * the press that is meant. */
static bool is_press(const struct entry *entry)
{
	enum verb verb = entry->row->verb;

	if (verb == VERB_TABLE_STATE)
		return entry->ms != 0;
	return verb != VERB_SLEPT && verb != VERB_CLOCK_STEP && verb != VERB_BELL;
}

static void apply(struct fold *fold, size_t i)
{
	struct fate *fate = &fold->fates[i];

	if (!course_apply(fold->course, &fold->entries[i]))
		return;
	fate->counts = true;
	fold->newest = i;
	if (is_press(&fold->entries[i]))
		fold->newest_press = fate->press;
}

/* From the newest undo down, so that an undo that is undone has no say. */
static void find_undone(struct fold *fold, size_t len)
{
	for (size_t i = 0; i < len; i++)
		fold->fates[i].undone = false;
	for (size_t i = len; i-- > 0;) {
		const struct run_row *row = fold->entries[i].row;
		if (row->verb != VERB_UNDO || fold->fates[i].undone)
			continue;
		size_t target = row_before(fold, i, row->target);
		size_t press = target < i ? fold->fates[target].press : fold->len;
		if (press < i)
			fold->fates[press].undone = true;
	}
}

static void fold_afresh(struct fold *fold, size_t len)
{
	course_begin(fold->course);
	fold->newest_press = fold->newest = fold->len;
	for (size_t i = 0; i < len; i++)
		if (fold->fates[i].counts && !fold->fates[fold->fates[i].press].undone &&
		    fold->entries[i].row->verb != VERB_BELL)
			apply(fold, i);
}

static void take_row(struct fold *fold, size_t i)
{
	size_t press = fold->fates[i].press;

	if (fold->entries[i].row->verb == VERB_UNDO) {
		find_undone(fold, i + 1);
		fold_afresh(fold, i);
		fold->newest = i;
	} else if (press == i || (press < i && fold->fates[press].counts && !fold->fates[press].undone)) {
		apply(fold, i);
	}
	bells_follow(fold->course, &fold->entries[i], fold->fates[i].counts);
}

struct history history_fold(struct course *course, struct moment now, struct arena *arena)
{
	const struct workbook *book = course->book;
	struct steady steady = { .arena = arena };
	struct fold fold = { .course = course, .len = book->run_rows.len };

	fold.entries = arena_new(arena, fold.len, sizeof *fold.entries);
	fold.fates = arena_new(arena, fold.len, sizeof *fold.fates);
	fold.newest_press = fold.newest = fold.len;
	read_rows(&fold, book, &steady);
	course_begin(course);
	for (size_t i = 0; i < fold.len; i++)
		take_row(&fold, i);
	return (struct history){
		.undoable = fold.newest_press < fold.len ? fold.entries[fold.newest_press].row : NULL,
		.last = fold.newest < fold.len ? fold.entries[fold.newest].row : NULL,
		.now_steady_ms = steady_advance(&steady, now),
	};
}
