#include "inviting.h"

static const struct entity_info *const info = &entity_infos[ENTITY_invitation];

enum status inviting_open(struct inviting *inviting, const struct workbook *book, const struct csv *csv,
			  const struct import_options *options, struct fault *fault)
{
	inviting->book = book;
	inviting->guests = guests_of(book, &inviting->arena);
	return columns_find(csv, info, options, &inviting->arena, &inviting->columns, fault);
}

void inviting_done(struct inviting *inviting)
{
	arena_done(&inviting->arena);
	*inviting = (struct inviting){ 0 };
}

bool inviting_read(struct inviting *inviting, const struct csv *csv, size_t at, struct sheet_row *ret_row, struct buf *reason)
{
	return sheet_row_read(csv, at, info, &inviting->columns, &inviting->arena, ret_row, reason);
}

enum invited inviting_write(struct inviting *inviting, const struct person *person, const struct sheet_row *said, struct batch *batch)
{
	const struct guest *guest = guests_find(&inviting->guests, person->id);
	struct invitation wanted = guest ? guest->said : guest_new(person);
	size_t before = batch->len;

	for (size_t i = 0; i < info->fields_len; i++)
		if (said->said >> i & 1)
			row_set((struct row *)(void *)&wanted, &info->fields[i], row_value(said->row, &info->fields[i]));
	guest_write(inviting->book, &inviting->guests, &wanted, batch);
	if (batch->len > before)
		inviting->guests.is_written = true; /* those whom the directory answered for are among what was written */
	if (batch->len == before)
		return INVITED_SAME;
	return guest ? INVITED_CHANGED : INVITED_ANEW;
}
