/* terms.h - our taxonomy of resource cards: what a card says that no column of HSDS says is an attribute by one of its terms.
 * Private to exchange. A list of codes has a term a code; any other field has one, and of a text the attribute's value is what it says. */
#ifndef EXCHANGE_TERMS_H
#define EXCHANGE_TERMS_H

#include "domain/entity.h"
#include "import/uuid.h"

#include <stdbool.h>
#include <stddef.h>

struct term {
	const struct field_info *field;
	unsigned code; /* of a field of codes */
};

/* All of them, one after the other; false at the end. */
bool terms_at(size_t at, struct term *ret_term);

/* The term for what the card's field says: false where it is nothing, or what is taken for granted (a card is known). */
bool terms_of_card(const struct card *card, enum field field, struct term *ret_term);

struct uuid terms_taxonomy(void);
extern const char terms_taxonomy_name[], terms_taxonomy_description[];

/* "kind:service", "offers" */
enum { TERM_CODE_LEN = 64 };
void terms_code(const struct term *term, char ret_code[TERM_CODE_LEN]);
struct uuid terms_uuid(const struct term *term);
const char *terms_name(const struct term *term); /* in Japanese: サービス, できること */

#endif
