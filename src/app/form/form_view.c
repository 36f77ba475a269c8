#include "form.h"

#include "base/i18n.h"

struct form_view form_view_of(const struct form *form, const struct workbook *book)
{
	const struct form_spec *spec = form->spec;
	struct form_view view = {
		.title = _(spec->title),
		.len = form->len,
		.focus = form->focus,
		.meets_other = form_meets_other(form, book),
		.cards = form->cards,
		.cards_len = form->cards_len,
		.cards_in_all = form->cards_in_all,
		.card_bar = form->card_bar,
	};

	if (form_is_timing(form)) {
		view.words = form->whens.at;
		view.words_len = form->whens.len;
		view.word_bar = form_when_bar(form);
	}

	for (size_t i = 0; i < form->len; i++) {
		const struct form_input *input = &form->inputs[i];
		struct form_field_view *field = &view.fields[i];
		*field = (struct form_field_view){ .label = _(spec->fields[i].label), .edit = &input->edit };
		field->codes = form_codes(form, i);
		field->choice = input->choice;
		if (!field->codes && !form_is_typed(form, i)) {
			field->needs = &book->needs;
			field->choice = (unsigned)form_need_number(book, input->ref);
		}
	}
	return view;
}
