/* form_spec.c - which fields each of the scribe's forms has. */
#include "form.h"

#include "base/i18n.h"
#include "base/mem.h"

static const struct form_spec specs[FORM_COUNT] = {
	[FORM_OFFER] = {
		.kind = FORM_OFFER,
		.name = "offer",
		.title = N_("What somebody can do (できること)"),
		.at = SHEET_OFFER,
		.fields = {
			FORM_LINE(N_("what"), FIELD_offer_text),
			FORM_LINE(N_("who"), FIELD_offer_by),
			FORM_LINE(N_("reach"), FIELD_offer_scope),
			FORM_LINE(N_("cost"), FIELD_offer_cost),
			FORM_LINE(N_("need"), FIELD_offer_need),
		},
		.len = 5,
	},
	[FORM_STEP] = {
		.kind = FORM_STEP,
		.name = "step",
		.title = N_("A step of the story"),
		.at = SHEET_STEP,
		.fields = {
			FORM_LINE(N_("when"), FIELD_step_when_label),
			FORM_LINE(N_("scene"), FIELD_step_text),
			FORM_ASIDE(N_("own move"), FIELD_step_own_move),
			FORM_LINE(N_("need"), FIELD_step_need),
		},
		.len = 4,
	},
	[FORM_SUPPORT] = {
		.kind = FORM_SUPPORT,
		.name = "support",
		.title = N_("Who or what helps in this step"),
		.at = SHEET_SUPPORT,
		.fields = {
			FORM_LINE(N_("name"), FIELD_support_name),
			FORM_LINE(N_("kind"), FIELD_support_formality),
			FORM_LINE(N_("does"), FIELD_support_action),
			FORM_ASIDE(N_("to whom"), FIELD_support_who_to),
		},
		.len = 4,
		.card = FIELD_support_card,
	},
	[FORM_NOTE] = {
		.kind = FORM_NOTE,
		.name = "note",
		.title = N_("A note"),
		.at = SHEET_NOTE,
		.fields = {
			FORM_LINE(N_("note"), FIELD_note_text),
			FORM_LINE(N_("kind"), FIELD_note_kind),
			FORM_LINE(N_("priority"), FIELD_note_priority),
		},
		.len = 3,
	},
	[FORM_ACTION] = {
		.kind = FORM_ACTION,
		.name = "action",
		.title = N_("The action plan: a goal for a small first step (行動計画)"),
		.at = SHEET_ACTION,
		.fields = {
			FORM_LINE(N_("what"), FIELD_action_text),
			FORM_LINE(N_("what for"), FIELD_action_why),
			FORM_LINE(N_("who"), FIELD_action_who),
			FORM_LINE(N_("until"), FIELD_action_until),
			FORM_LINE(N_("first step"), FIELD_action_first_step),
			FORM_LINE(N_("how far"), FIELD_action_state),
		},
		.len = 6,
	},
	[FORM_HEADLINE] = {
		.kind = FORM_HEADLINE,
		.name = "headline",
		.title = N_("The table in a few words (特色)"),
		.at = SHEET_KINDS,
		.is_part = true,
		.fields = {
			FORM_LINE(N_("headline"), FIELD_table_headline),
		},
		.len = 1,
	},
	[FORM_THEME] = {
		.kind = FORM_THEME,
		.name = "theme",
		.title = N_("What the table talks about, and where"),
		.at = SHEET_KINDS,
		.is_part = true,
		.fields = {
			FORM_LINE(N_("topic"), FIELD_table_theme),
			FORM_LINE(N_("room"), FIELD_table_room),
		},
		.len = 2,
	},
	[FORM_TITLE] = {
		.kind = FORM_TITLE,
		.name = "title",
		.title = N_("The story’s title"),
		.at = SHEET_STORY,
		.is_part = true,
		.fields = {
			FORM_LINE(N_("title"), FIELD_storyline_title),
		},
		.len = 1,
	},
	[FORM_LEAD] = {
		.kind = FORM_LEAD,
		.name = "lead",
		.title = N_("Who walks along (伴走機関)"),
		.at = SHEET_STORY,
		.is_part = true,
		.fields = {
			FORM_LINE(N_("who"), FIELD_storyline_lead_support),
		},
		.len = 1,
		.card = FIELD_storyline_lead_card,
	},
	[FORM_ENDING] = {
		.kind = FORM_ENDING,
		.name = "ending",
		.title = N_("How the story ends"),
		.at = SHEET_ENDING,
		.is_part = true,
		.fields = {
			FORM_LINE(N_("ending"), FIELD_storyline_ending),
		},
		.len = 1,
	},
	[FORM_QUESTIONS] = {
		.kind = FORM_QUESTIONS,
		.name = "questions",
		.title = N_("The questions that remain"),
		.at = SHEET_QUESTIONS,
		.is_part = true,
		.fields = {
			FORM_LINE(N_("questions"), FIELD_storyline_open_questions),
		},
		.len = 1,
	},
};

const struct form_specs form_specs_scribe = { specs, COUNT(specs) };

const struct form_spec *form_spec(enum form_kind kind)
{
	return &specs[kind];
}
