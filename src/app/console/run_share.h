/* run_share.h - the facilitator's console: how the time that is left is shared out among steps and tables.
 * Floor: app (private). */
#ifndef APP_RUN_SHARE_H
#define APP_RUN_SHARE_H

#include "console.h"

const struct table *run_table_under_bar(struct console *console); /* run.c; NULL: there are no tables */

command_handler run_refit, run_hand_over, run_pass, run_later;

#endif
