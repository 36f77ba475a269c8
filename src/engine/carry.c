#include "engine/carry.h"

#include "base/i18n.h"
#include "domain/bundle.h"
#include "domain/plan.h"
#include "text/fold.h"

#include <string.h>

struct gathering {
	const struct workbook *book;
	struct carried *at;
	size_t len;
};

static void add(struct gathering *gathering, const struct carried *carried)
{
	if (*carried->text)
		gathering->at[gathering->len++] = *carried;
}

static void add_actions(struct gathering *gathering, struct arena *arena)
{
	size_t len;
	const struct action **actions = plan_sorted(gathering->book, NULL, arena, &len);

	for (size_t i = 0; i < len; i++) {
		const struct action *action = actions[i];
		if (action->state != ACTION_STATE_OPEN && action->state != ACTION_STATE_BEGUN)
			continue;
		add(gathering, &(struct carried){ (const struct row *)action, action->text, action->who, action->until, false });
	}
}

static void add_questions(struct gathering *gathering, struct arena *arena)
{
	const struct workbook *book = gathering->book;
	struct bundles bundles = bundles_of(book, ENTITY_note, arena);

	for (size_t i = 0; i < book->storylines.len; i++) {
		const struct storyline *storyline = &book->storylines.at[i];
		add(gathering, &(struct carried){ (const struct row *)storyline, storyline->open_questions, "", "", true });
	}
	for (size_t i = 0; i < book->notes.len; i++) {
		const struct note *note = &book->notes.at[i];
		if (note->kind == NOTE_KIND_QUESTION && bundle_is_head(&bundles, i))
			add(gathering, &(struct carried){ (const struct row *)note, note->text, "", "", true });
	}
}

struct carried_list carry_of(const struct workbook *before, struct arena *arena)
{
	size_t most = before->actions.len + before->storylines.len + before->notes.len;
	struct gathering gathering = { .book = before, .at = arena_new(arena, most, sizeof *gathering.at) };

	add_actions(&gathering, arena);
	add_questions(&gathering, arena);
	return (struct carried_list){ gathering.at, gathering.len };
}

/* A text of several lines goes on behind a slash. */
static void add_in_one_line(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n')
			buf_add_text(out, " / ");
		else
			buf_add_char(out, *text);
	}
}

void carry_say(const struct carried *carried, struct buf *out)
{
	buf_addf(out, "%s: ", carried->is_question ? _("question") : _("to do"));
	add_in_one_line(out, carried->text);
	if (!*carried->who && !*carried->until)
		return;
	buf_addf(out, " (%s%s%s)", carried->who, *carried->who && *carried->until ? ", " : "", carried->until);
}

void carry_say_all(const struct carried_list *list, struct buf *out)
{
	for (size_t i = 0; i < list->len; i++) {
		buf_add_text(out, i ? "\n- " : "- ");
		carry_say(&list->at[i], out);
	}
}

bool carry_is_looked_at(const struct item *item)
{
	static const char *const words[] = { "前回", "last time" };
	struct buf title = { 0 }, word = { 0 };
	bool is_so = false;

	text_fold(&title, item->title, strlen(item->title));
	for (size_t i = 0; !is_so && i < sizeof words / sizeof *words; i++) {
		buf_clear(&word);
		text_fold(&word, words[i], strlen(words[i]));
		is_so = strstr(buf_text(&title), buf_text(&word)) != NULL;
	}
	buf_done(&word);
	buf_done(&title);
	return is_so;
}
