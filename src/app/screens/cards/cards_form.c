#include "cards.h"

#include "base/i18n.h"
#include "base/mem.h"

/* Enter goes by what may stay unsaid: who has only heard a name writes it down and goes on. */
static const struct form_spec specs[] = {
	{
		.kind = FORM_ROW,
		.name = "card",
		.title = N_("A resource card (社会資源)"),
		.fields = {
			FORM_LINE(N_("name"), FIELD_card_name),
			FORM_ASIDE(N_("reading"), FIELD_card_kana),
			FORM_LINE(N_("kind"), FIELD_card_kind),
			FORM_LINE(N_("formality"), FIELD_card_formality),
			FORM_LINE(N_("status"), FIELD_card_state),
			FORM_ASIDE(N_("good at"), FIELD_card_strength),
			FORM_ASIDE(N_("gives"), FIELD_card_offers),
			FORM_ASIDE(N_("area"), FIELD_card_area),
			FORM_ASIDE(N_("for whom"), FIELD_card_eligibility),
			FORM_ASIDE(N_("cost"), FIELD_card_cost),
			FORM_ASIDE(N_("when there"), FIELD_card_schedule),
			FORM_ASIDE(N_("address"), FIELD_card_address),
			FORM_ASIDE(N_("phone"), FIELD_card_phone),
			FORM_ASIDE(N_("web page"), FIELD_card_url),
			FORM_ASIDE(N_("run by"), FIELD_card_organization),
			{ N_("checked on"), FIELD_card_verified_on, true, &form_as_date },
			FORM_ASIDE(N_("source"), FIELD_card_source),
			FORM_LINE(N_("consent"), FIELD_card_consent),
			FORM_ASIDE(N_("note"), FIELD_card_note),
		},
		.len = 19,
	},
};

const struct form_specs cards_forms = { specs, COUNT(specs) };
