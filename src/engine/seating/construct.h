/* construct.h - rounds in which nobody meets anybody twice, by formula: at once, without a search.
 * Floor: engine, private.
 *
 * Columns: people are rows of `size` columns, as many rows as tables. In round m column i's row x sits at table x - m*i, over a
 * ring of as many elements (ring.h): two people of different columns meet once in all, two of one column never. So there are
 * as many rounds as tables, if any two columns differ by a unit; with the last column not full the tables differ by one seat.
 * Where a column fills tables of its own, each column is then seated among itself by the same rule. A first round can always be
 * dealt out.
 * Starters: a round or two, found by search, whose people move on around circles from round to round (Kirkman 1850; Anderson,
 * "Combinatorial Designs and Tournaments", 1997).
 * Shifts: 8 tables of 4 for 10 rounds, the most there can be (Aguado, "A 10 days solution to the social golfer problem", 2004, was
 * the first). This one was found by a search among rounds that four shifts leave as they are. */
#ifndef ENGINE_CONSTRUCT_H
#define ENGINE_CONSTRUCT_H

#include <stddef.h>

/* Fills up to `rounds` rounds of at[round * people + person]; returns how many it knows. People next to each other by number
 * are those that meet last. */
size_t construct(size_t people, size_t tables, size_t rounds, size_t *ret_at);

#endif
