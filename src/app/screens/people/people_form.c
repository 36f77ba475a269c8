#include "people.h"

#include "base/i18n.h"
#include "base/mem.h"

static const struct form_spec specs[] = {
	[PEOPLE_FORM_PERSON] = {
		.kind = FORM_ROW,
		.name = "person",
		.title = N_("A person"),
		.fields = {
			FORM_LINE(N_("name"), FIELD_person_name),
			FORM_LINE(N_("reading"), FIELD_person_kana),
			FORM_ASIDE(N_("affiliation"), FIELD_person_affiliation),
			FORM_ASIDE(N_("occupation"), FIELD_person_occupation),
			FORM_LINE(N_("stance"), FIELD_person_stance),
			FORM_LINE(N_("field of work"), FIELD_person_field),
			FORM_ASIDE(N_("area"), FIELD_person_area),
			FORM_ASIDE(N_("note"), FIELD_person_note),
		},
		.len = 8,
	},
	[PEOPLE_FORM_INVITATION] = {
		.kind = FORM_ROW,
		.name = "invitation",
		.title = N_("In this workshop (お声かけ)"),
		.is_part = true, /* an answer alone says enough */
		.fields = {
			FORM_LINE(N_("answer"), FIELD_invitation_status),
			FORM_LINE(N_("task"), FIELD_invitation_role),
			FORM_ASIDE(N_("asked by"), FIELD_invitation_invited_by),
			{ N_("asked on"), FIELD_invitation_asked_on, true, &form_as_date },
			{ N_("next on"), FIELD_invitation_next_on, true, &form_as_date },
			FORM_LINE(N_("contacts"), FIELD_invitation_consent_contact),
			FORM_LINE(N_("photos"), FIELD_invitation_consent_photo),
			FORM_ASIDE(N_("remark"), FIELD_invitation_remark),
		},
		.len = 8,
	},
};

const struct form_specs people_forms = { specs, COUNT(specs) };
