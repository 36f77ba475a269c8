/* two_tables.h - a workshop in memory, for what is read out of workbooks. */
#ifndef TESTS_DOMAIN_TWO_TABLES_H
#define TESTS_DOMAIN_TWO_TABLES_H

#include "base/mem.h"
#include "domain/workbook.h"

#define AT_W .workshop = "w"

/* Two tables: the first with two storylines' worth of steps, the second with offers only. */
static struct workshop workshops[] = { { .id = "w", AT_W, .title = "寄り合い" } };
static struct table tables[] = { { .id = "t1", AT_W, .number = 1 }, { .id = "t2", AT_W, .number = 2 } };
static struct offer offers[] = {
	{ .id = "o1", AT_W, .table = "t1", .scope = SCOPE_ONE, .merged_into = "" },
	{ .id = "o2", AT_W, .table = "t2", .scope = SCOPE_ONE, .merged_into = "" },
	{ .id = "o3", AT_W, .table = "t1", .scope = SCOPE_HUNDRED, .merged_into = "" },
	{ .id = "o4", AT_W, .table = "t2", .scope = SCOPE_TEN, .merged_into = "" },
	{ .id = "o5", AT_W, .table = "t1", .scope = SCOPE_ONE, .merged_into = "" },
};
static struct storyline storylines[] = {
	{ .id = "s1", AT_W, .table = "t1", .title = "first" },
	{ .id = "s2", AT_W, .table = "t1", .title = "second" },
};
static struct step steps[] = {
	{ .id = "p1", AT_W, .storyline = "s1" },
	{ .id = "p2", AT_W, .storyline = "s2" },
	{ .id = "p3", AT_W, .storyline = "s1" },
	{ .id = "p4", AT_W, .storyline = "deleted" },
};
static struct support supports[] = {
	{ .id = "u1", AT_W, .step = "p1", .formality = FORMALITY_FORMAL },
	{ .id = "u2", AT_W, .step = "p1", .formality = FORMALITY_INFORMAL },
	{ .id = "u3", AT_W, .step = "p2", .formality = FORMALITY_MIXED },
	{ .id = "u4", AT_W, .step = "p3", .formality = FORMALITY_INFORMAL },
	{ .id = "u5", AT_W, .step = "p3", .formality = FORMALITY_UNSAID },
	{ .id = "u6", AT_W, .step = "p4", .formality = FORMALITY_FORMAL },
};
static struct note notes[] = {
	{ .id = "n1", AT_W, .table = "t2", .merged_into = "", .from_note = "" },
	{ .id = "n2", AT_W, .table = "", .merged_into = "", .from_note = "" },
};

static struct workbook filled_book(void)
{
	struct workbook book = { 0 };

	workbook_set_rows(&book, ENTITY_workshop, workshops, COUNT(workshops));
	workbook_set_rows(&book, ENTITY_table, tables, COUNT(tables));
	workbook_set_rows(&book, ENTITY_offer, offers, COUNT(offers));
	workbook_set_rows(&book, ENTITY_storyline, storylines, COUNT(storylines));
	workbook_set_rows(&book, ENTITY_step, steps, COUNT(steps));
	workbook_set_rows(&book, ENTITY_support, supports, COUNT(supports));
	workbook_set_rows(&book, ENTITY_note, notes, COUNT(notes));
	return book;
}

#endif
