/* form_spec.c - which fields each form has. */
#include "form.h"

#include "base/i18n.h"

#define LINE(label, field) { label, field, false }
#define ASIDE(label, field) { label, field, true } /* Enter passes it by */

static const struct form_spec specs[FORM_COUNT] = {
	[FORM_OFFER] = {
		.name = "offer",
		.title = N_("What somebody can do (できること)"),
		.at = SHEET_OFFER,
		.fields = {
			LINE(N_("what"), FIELD_offer_text),
			LINE(N_("who"), FIELD_offer_by),
			LINE(N_("reach"), FIELD_offer_scope),
			LINE(N_("cost"), FIELD_offer_cost),
			LINE(N_("need"), FIELD_offer_need),
		},
		.len = 5,
	},
	[FORM_STEP] = {
		.name = "step",
		.title = N_("A step of the story"),
		.at = SHEET_STEP,
		.fields = {
			LINE(N_("when"), FIELD_step_when_label),
			LINE(N_("scene"), FIELD_step_text),
			ASIDE(N_("own move"), FIELD_step_own_move),
			LINE(N_("need"), FIELD_step_need),
		},
		.len = 4,
	},
	[FORM_SUPPORT] = {
		.name = "support",
		.title = N_("Who or what helps in this step"),
		.at = SHEET_SUPPORT,
		.fields = {
			LINE(N_("name"), FIELD_support_name),
			LINE(N_("kind"), FIELD_support_formality),
			LINE(N_("does"), FIELD_support_action),
			ASIDE(N_("to whom"), FIELD_support_who_to),
		},
		.len = 4,
		.card = FIELD_support_card,
	},
	[FORM_NOTE] = {
		.name = "note",
		.title = N_("A note"),
		.at = SHEET_NOTE,
		.fields = {
			LINE(N_("note"), FIELD_note_text),
			LINE(N_("kind"), FIELD_note_kind),
			LINE(N_("priority"), FIELD_note_priority),
		},
		.len = 3,
	},
	[FORM_ACTION] = {
		.name = "action",
		.title = N_("The action plan: a goal for a small first step (行動計画)"),
		.at = SHEET_ACTION,
		.fields = {
			LINE(N_("what"), FIELD_action_text),
			LINE(N_("what for"), FIELD_action_why),
			LINE(N_("who"), FIELD_action_who),
			LINE(N_("until"), FIELD_action_until),
			LINE(N_("first step"), FIELD_action_first_step),
			LINE(N_("how far"), FIELD_action_state),
		},
		.len = 6,
	},
	[FORM_HEADLINE] = {
		.name = "headline",
		.title = N_("The table in a few words (特色)"),
		.at = SHEET_KINDS,
		.is_part = true,
		.fields = {
			LINE(N_("headline"), FIELD_table_headline),
		},
		.len = 1,
	},
	[FORM_THEME] = {
		.name = "theme",
		.title = N_("What the table talks about, and where"),
		.at = SHEET_KINDS,
		.is_part = true,
		.fields = {
			LINE(N_("topic"), FIELD_table_theme),
			LINE(N_("room"), FIELD_table_room),
		},
		.len = 2,
	},
	[FORM_TITLE] = {
		.name = "title",
		.title = N_("The story’s title"),
		.at = SHEET_STORY,
		.is_part = true,
		.fields = {
			LINE(N_("title"), FIELD_storyline_title),
		},
		.len = 1,
	},
	[FORM_LEAD] = {
		.name = "lead",
		.title = N_("Who walks along (伴走機関)"),
		.at = SHEET_STORY,
		.is_part = true,
		.fields = {
			LINE(N_("who"), FIELD_storyline_lead_support),
		},
		.len = 1,
		.card = FIELD_storyline_lead_card,
	},
	[FORM_ENDING] = {
		.name = "ending",
		.title = N_("How the story ends"),
		.at = SHEET_ENDING,
		.is_part = true,
		.fields = {
			LINE(N_("ending"), FIELD_storyline_ending),
		},
		.len = 1,
	},
	[FORM_QUESTIONS] = {
		.name = "questions",
		.title = N_("The questions that remain"),
		.at = SHEET_QUESTIONS,
		.is_part = true,
		.fields = {
			LINE(N_("questions"), FIELD_storyline_open_questions),
		},
		.len = 1,
	},
};

const struct form_spec *form_spec(enum form_kind kind)
{
	return &specs[kind];
}
