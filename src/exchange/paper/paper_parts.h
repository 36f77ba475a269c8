/* paper_parts.h - the papers, and the pieces that several of them are made of.
 * Private to exchange. Each function writes the body of its paper, and gives how much there was to print: 0 is nothing. */
#ifndef EXCHANGE_PAPER_PARTS_H
#define EXCHANGE_PAPER_PARTS_H

#include "exchange/paper.h"

size_t paper_cards(const struct paper *paper, struct buf *out);
size_t paper_tables(const struct paper *paper, struct buf *out);
size_t paper_agenda(const struct paper *paper, struct buf *out);
size_t paper_scribe(const struct paper *paper, struct buf *out);
size_t paper_order(const struct paper *paper, struct buf *out);
size_t paper_people(const struct paper *paper, struct buf *out);
size_t paper_contacts(const struct paper *paper, struct buf *out);
size_t paper_leaflet(const struct paper *paper, struct buf *out);
size_t paper_case(const struct paper *paper, struct buf *out);
size_t paper_letter(const struct paper *paper, struct buf *out);

/* The head of a paper that is read from top to bottom: what it is, of which workshop, when and where. */
void paper_head(const struct paper *paper, struct buf *out);
const char *paper_workshop_title(const struct paper *paper); /* "" where there is no workshop */
void paper_add_when(const struct paper *paper, struct buf *out); /* "2026-11-22 (Sun) 13:30–15:30"; nothing where it is not said */

/* "<th>label</th>" for each; NULL-ended, catalogue keys. */
void paper_headings(struct buf *out, const char *const *labels);

/* A line to write on by hand. */
void paper_blank(struct buf *out, const char *label);

/* The longer a text, the smaller its letters: an element of the class "fit-1", "fit-2" … `cols`: the most columns for each of them,
 * ended by 0; what is longer gets the class behind. */
void paper_put_fitted(struct buf *out, const char *tag, const char *text, const int *cols);

#endif
