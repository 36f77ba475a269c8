/* numbers.c - how many rounds there are, and how tables are numbered. */
#include "engine/seat_plan.h"
#include "engine/seat_sheet.h"

int64_t seat_rounds(const struct workbook *book)
{
	int64_t rounds = 1;

	for (size_t i = 0; i < book->items.len; i++)
		if (book->items.at[i].kind == ITEM_KIND_MOVE)
			rounds++;
	return rounds;
}

int64_t seat_sheet_rounds(const struct workbook *book)
{
	int64_t rounds = 0;

	for (size_t i = 0; i < book->seats.len; i++)
		if (book->seats.at[i].round > rounds)
			rounds = book->seats.at[i].round;
	return rounds ? rounds : seat_rounds(book);
}

int64_t seat_sheet_round_now(const struct run *run)
{
	int64_t round = 1;

	for (size_t i = 0; i < run->len; i++)
		if (run->items[i].item->kind == ITEM_KIND_MOVE)
			round += run->items[i].status == ITEM_RUNNING || run->items[i].status == ITEM_DONE;
	return round;
}

int64_t seat_table_number(const struct seat_plan *plan, size_t table)
{
	const struct table_list *tables = &plan->book->tables;
	int64_t last = tables->len ? tables->at[tables->len - 1].number : 0;

	return table < tables->len ? tables->at[table].number : last + 1 + (int64_t)(table - tables->len);
}
