/* words.h - lengths, times of day and standings in the user's language, for every screen and the command line.
 * Floor: engine. The zone is the process's. Results are values: words_delta(ms).text holds to the end of the
 * statement. */
#ifndef ENGINE_WORDS_H
#define ENGINE_WORDS_H

#include "engine/refit.h"
#include "engine/run.h"

struct words {
	char text[192];
};

struct words words_clock(int64_t s);                        /* "12:34"; "1:02:03" from an hour on; "-0:15" */
struct words words_remaining(const struct run_item *item);  /* "12:34"; "+0:15" in overtime; of open length: elapsed */
struct words words_length(int64_t s);                       /* "45 s", "1 min 30 s", "15 min", "3 h 20 min" */
struct words words_about(int64_t ms);                       /* an estimate: whole minutes, or tens of seconds below one */
struct words words_delta(int64_t ms);                       /* "3 min behind", "2 min in hand"; "on time" within 30 s */
struct words words_slack(int64_t ms);                       /* "12 min to spare", "4 min over"; "just in time" */
struct words words_refit(const struct refit *refit);        /* a sentence: how much is missing, how much comes back */
struct words words_time(int64_t wall_ms, int64_t start_ms); /* "14:05"; the day after the start's "0:10 (+1)"; 0: "" */
struct words words_day(int64_t wall_ms);                    /* "2026-11-22 (Sun)"; 「2026年（令和8年）11月22日(日)」; 0: "" */
struct words words_span(int64_t from_ms, int64_t to_ms);    /* "13:30–15:30" */
struct words words_fiscal_year(int year);                   /* "2026"; 「令和8」; its first year 「令和元」 */
struct words words_kind(const struct item *item);           /* "individual"; "individual, unhurried" where not gentle */
struct words words_rehearsal(const struct workbook *book);  /* "REHEARSAL ×60"; "" where it is real */
const char *words_run_state(enum run_state state);
const char *words_item_status(enum item_status status);

#endif
