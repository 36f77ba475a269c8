/* refit_offer.h - the proposal for ending in time, laid over a screen.
 * Floor: app (private). */
#ifndef APP_REFIT_OFFER_H
#define APP_REFIT_OFFER_H

#include "console.h"
#include "engine/refit.h"

/* Asks whether the steps are to be shortened so; accept gets 1 or 0. Where nothing is missing or nothing can be taken, that is
 * said instead. */
void refit_offer(struct console *console, void (*accept)(struct console *console, int64_t yes));

#endif
