#include "domain/support.h"

#include "base/i18n.h"

static const struct offer *offer_of(const struct workbook *book, const struct support *support)
{
	return (const struct offer *)(const void *)workbook_find(book, ENTITY_offer, support->offer);
}

const char *support_name(const struct workbook *book, const struct support *support)
{
	if (*support->name)
		return support->name;
	const struct card *card = workbook_card(book, support->card);
	const struct offer *offer = offer_of(book, support);
	return card ? card->name : offer ? offer->text : "";
}

void support_add_deed(const struct support *support, struct buf *out)
{
	/* By itself, and with whom it is done to: languages differ in what stands between the two. */
	static const struct {
		const char *alone, *to_whom;
	} deeds[] = {
		[SUPPORT_ACTION_UNSAID] = { "", N_("for %s") },
		[SUPPORT_ACTION_MEET] = { N_("meets"), N_("meets %s") },
		[SUPPORT_ACTION_LISTEN] = { N_("listens"), N_("listens to %s") },
		[SUPPORT_ACTION_INVITE] = { N_("invites"), N_("invites %s") },
		[SUPPORT_ACTION_CONNECT] = { N_("connects"), N_("connects with %s") },
		[SUPPORT_ACTION_CONTINUE] = { N_("keeps on"), N_("keeps on with %s") },
		[SUPPORT_ACTION_WAIT] = { N_("waits"), N_("waits for %s") },
	};

	if (*support->who_to)
		buf_addf(out, _(deeds[support->action].to_whom), support->who_to);
	else if (*deeds[support->action].alone)
		buf_add_text(out, _(deeds[support->action].alone));
}

bool support_is_orphan(const struct workbook *book, const struct support *support)
{
	return (*support->card && !workbook_card(book, support->card)) || (*support->offer && !offer_of(book, support));
}
