#include "field_words.h"

#include "base/i18n.h"
#include "engine/words.h"

#include <inttypes.h>

/* clang-format off */
static const char *const words[FIELD_COUNT] = {
	[FIELD_workshop_title] = N_("title"), [FIELD_workshop_series] = N_("series"),
	[FIELD_workshop_fiscal_no] = N_("no. in year"), [FIELD_workshop_cumulative_no] = N_("no. in all"),
	[FIELD_workshop_programme] = N_("programme"), [FIELD_workshop_commissioner] = N_("commissioned"),
	[FIELD_workshop_mode] = N_("held"), [FIELD_workshop_start_ms] = N_("begins"),
	[FIELD_workshop_hall_end_ms] = N_("hall until"), [FIELD_workshop_venue] = N_("venue"),
	[FIELD_workshop_purpose] = N_("purpose"), [FIELD_workshop_local_context] = N_("local context"),
	[FIELD_workshop_messages] = N_("messages"), [FIELD_item_title] = N_("title"),
	[FIELD_item_kind] = N_("kind"), [FIELD_item_planned_s] = N_("minutes"),
	[FIELD_item_minimum_s] = N_("at least"), [FIELD_item_protected] = N_("protected"),
	[FIELD_item_strictness] = N_("time held"), [FIELD_item_fixed_start_s] = N_("not before"),
	[FIELD_item_fixed_end_s] = N_("ends at"), [FIELD_item_bells] = N_("bells"),
	[FIELD_item_face] = N_("room sees"), [FIELD_item_room] = N_("room text"), [FIELD_item_cue] = N_("cue"),
	[FIELD_table_headline] = N_("headline"), [FIELD_table_theme] = N_("topic"),
	[FIELD_table_room] = N_("room"), [FIELD_case_story_title] = N_("title"),
	[FIELD_case_story_kind] = N_("kind"), [FIELD_case_story_body] = N_("text"),
	[FIELD_case_story_number] = N_("round"), [FIELD_case_story_strengths] = N_("strengths"),
	[FIELD_letter_sender] = N_("from"), [FIELD_letter_body] = N_("text"), [FIELD_need_text] = N_("need"),
	[FIELD_need_kind] = N_("kind"), [FIELD_need_category] = N_("category"),
	[FIELD_need_resistance] = N_("rather not"), [FIELD_need_interest] = N_("cares for"),
	[FIELD_offer_text] = N_("what"), [FIELD_offer_by] = N_("who"), [FIELD_offer_scope] = N_("reach"),
	[FIELD_offer_cost] = N_("cost"), [FIELD_offer_need] = N_("need"),
	[FIELD_storyline_title] = N_("title"), [FIELD_storyline_lead_support] = N_("who"),
	[FIELD_storyline_ending] = N_("ending"), [FIELD_storyline_open_questions] = N_("questions"),
	[FIELD_step_when_label] = N_("when"), [FIELD_step_text] = N_("scene"),
	[FIELD_step_own_move] = N_("own move"), [FIELD_step_need] = N_("need"),
	[FIELD_support_name] = N_("name"), [FIELD_support_formality] = N_("kind"),
	[FIELD_support_action] = N_("does"), [FIELD_support_who_to] = N_("to whom"),
	[FIELD_note_kind] = N_("kind"), [FIELD_note_text] = N_("note"), [FIELD_note_priority] = N_("priority"),
	[FIELD_action_text] = N_("what"), [FIELD_action_why] = N_("what for"), [FIELD_action_who] = N_("who"),
	[FIELD_action_until] = N_("until"), [FIELD_action_first_step] = N_("first step"),
	[FIELD_action_state] = N_("how far"), [FIELD_person_name] = N_("name"),
	[FIELD_person_kana] = N_("reading"), [FIELD_person_affiliation] = N_("affiliation"),
	[FIELD_person_occupation] = N_("occupation"), [FIELD_person_stance] = N_("stance"),
	[FIELD_person_field] = N_("field of work"), [FIELD_person_area] = N_("area"),
	[FIELD_person_note] = N_("note"), [FIELD_invitation_role] = N_("task"),
	[FIELD_invitation_status] = N_("answer"), [FIELD_invitation_invited_by] = N_("asked by"),
	[FIELD_invitation_asked_on] = N_("asked on"), [FIELD_invitation_next_on] = N_("next on"),
	[FIELD_invitation_consent_contact] = N_("contacts"), [FIELD_invitation_consent_photo] = N_("photos"),
	[FIELD_invitation_remark] = N_("remark"), [FIELD_card_name] = N_("name"),
	[FIELD_card_kana] = N_("reading"), [FIELD_card_kind] = N_("kind"),
	[FIELD_card_formality] = N_("formality"), [FIELD_card_strength] = N_("good at"),
	[FIELD_card_offers] = N_("gives"), [FIELD_card_area] = N_("area"),
	[FIELD_card_eligibility] = N_("for whom"), [FIELD_card_cost] = N_("cost"),
	[FIELD_card_address] = N_("address"), [FIELD_card_phone] = N_("phone"),
	[FIELD_card_schedule] = N_("when there"), [FIELD_card_url] = N_("web page"),
	[FIELD_card_organization] = N_("run by"), [FIELD_card_state] = N_("status"),
	[FIELD_card_verified_on] = N_("checked on"), [FIELD_card_source] = N_("source"),
	[FIELD_card_note] = N_("note"), [FIELD_card_consent] = N_("consent"),
};
/* clang-format on */

bool field_is_spoken_of(const struct field_info *field)
{
	return words[field->field];
}

const char *field_words(const struct field_info *field)
{
	return field_is_spoken_of(field) ? _(words[field->field]) : field->name;
}

static void add_moment(int64_t wall_ms, struct buf *out)
{
	if (!wall_ms)
		return;
	buf_addf(out, "%s", words_day(wall_ms).text);
	buf_addf(out, " %s", words_time(wall_ms, wall_ms).text);
}

void field_words_add_value(const struct field_info *field, struct value value, struct buf *out)
{
	if (field_type_is_text(field->type))
		buf_add_text(out, value.text);
	else if (field->type == FIELD_TYPE_CODE)
		buf_add_text(out, code_label(field->codes, (unsigned)value.number));
	else if (field->type == FIELD_TYPE_MOMENT)
		add_moment(value.number, out);
	else if (field->field == FIELD_item_planned_s || field->field == FIELD_item_minimum_s)
		buf_add_text(out, words_length(value.number).text);
	else
		buf_addf(out, "%" PRId64, value.number);
}
