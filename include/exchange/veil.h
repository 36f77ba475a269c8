/* veil.h - a copy of a workbook that holds only what a profile may see: what is written from it cannot tell more.
 * Floor: exchange. Source: field.md 3 (invariants 9, 10, 20) and 4.3. */
#ifndef EXCHANGE_VEIL_H
#define EXCHANGE_VEIL_H

#include "domain/workbook.h"
#include "engine/run.h"
#include "exchange/profile.h"

/* Left empty: fields beyond the profile's reach; the letter until its step has begun; for the public, a real case with
 * its needs and letter. In texts for the public, the names of people in the directory, telephone numbers, mail addresses
 * and postcodes give way to VEIL_MARK. *ret_book borrows texts from book and is freed (workbook_done) before it. */
void veil_book(const struct workbook *book, const struct run *run, enum profile profile, struct workbook *ret_book);

#define VEIL_MARK "〇〇"

#endif
