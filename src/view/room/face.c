#include "face.h"

#include "base/calendar.h"
#include "base/i18n.h"
#include "view/countdown.h"

#include <stdio.h>

bool face_is_timed(const struct audience_view *view)
{
	return view->clock == AUDIENCE_RUNNING || view->clock == AUDIENCE_PAUSED;
}

static const char *mood_words(enum mood mood, enum strictness strictness)
{
	switch (mood) {
	case MOOD_SOON:
		return _("Less than five minutes are left.");
	case MOOD_WARN:
		return _("The last minute.");
	case MOOD_OVER:
		return strictness == STRICTNESS_STRICT ? _("Time is up.") : _("Let us slowly come to a close.");
	case MOOD_CALM:
		break;
	}
	return "";
}

static struct words timed_digits(const struct audience_view *view)
{
	struct words words = words_clock(view->open_ended ? view->elapsed_s : view->remaining_s);

	if (view->overtime_s > 0)
		snprintf(words.text, sizeof words.text, "+%.16s", words_clock(view->overtime_s).text);
	return words;
}

/* Digits that go up without a word would read as time that is left. */
static const char *timed_sign(const struct face *face, const struct audience_view *view)
{
	if (face->paused)
		return _("The clock is paused.");
	return view->open_ended ? _("time so far") : mood_words(face->mood, view->strictness);
}

/* No digits, no gauge and no mark, near the end as past it. */
static void face_spared(struct face *face, const struct audience_view *view)
{
	face->name = "";
	face->word = view->step;
	face->room = view->room;
	face->paused = view->clock == AUDIENCE_PAUSED;
	snprintf(face->sign, sizeof face->sign, "%s",
		 face->paused ? _("The clock is paused.") : _("Let us take our time to sum up."));
}

/* A step that is not to be hurried has its name in place of the clock, paused or not. */
static void face_without_clock(struct face *face, const struct audience_view *view)
{
	face->name = "";
	face->word = view->step;
	face->room = view->room;
}

static void face_timed(struct face *face, const struct audience_view *view)
{
	face->name = view->step;
	face->room = view->room;
	face->gauged = !view->open_ended;
	face->paused = view->clock == AUDIENCE_PAUSED;
	face->digits = timed_digits(view);
	if (!view->open_ended)
		face->mood = mood_of(view->remaining_s, view->overtime_s, view->whole_s);
	snprintf(face->sign, sizeof face->sign, "%s", timed_sign(face, view));
}

static void say_start(const struct audience_view *view, char *text, size_t size)
{
	struct calendar at = calendar_of(view->starts_ms);

	if (view->starts_ms <= view->now_ms)
		snprintf(text, size, "%s", _("We are about to begin."));
	else if (calendar_midnight_ms(view->starts_ms) == calendar_midnight_ms(view->now_ms))
		snprintf(text, size, _("We begin at %d:%02d."), at.hour, at.minute);
	else
		snprintf(text, size, _("We begin on %04d-%02d-%02d at %d:%02d."), at.year, at.month, at.day, at.hour,
			 at.minute);
}

static void face_planned(struct face *face, const struct audience_view *view)
{
	face->word = _("Soon");
	face->digits = countdown_digits(view->starts_ms, view->now_ms, false);
	say_start(view, face->sign, sizeof face->sign);
}

struct face face_of(const struct audience_view *view)
{
	struct face face = { .name = view->workshop, .word = "", .room = "" };

	switch (view->clock) {
	case AUDIENCE_RUNNING:
	case AUDIENCE_PAUSED:
		if (view->face == ITEM_FACE_STILL || view->face == ITEM_FACE_BLANK)
			face_without_clock(&face, view);
		else if (view->spared)
			face_spared(&face, view);
		else
			face_timed(&face, view);
		break;
	case AUDIENCE_PLANNED:
		face_planned(&face, view);
		break;
	case AUDIENCE_IDLE:
		face.word = _("Soon");
		snprintf(face.sign, sizeof face.sign, "%s", _("One moment, please."));
		break;
	case AUDIENCE_ENDED:
		face.word = _("Thank you");
		snprintf(face.sign, sizeof face.sign, "%s", _("See you again."));
		break;
	}
	return face;
}
