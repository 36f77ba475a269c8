/* loop.h - what drives a console, and the fronts at which people meet it.
 * Floor: app (private). The loop waits for input, signals, other processes and time, and has the effects carried out; how input
 * is read, how the model is shown and when it must be shown again is the front's. Arrows: front -> loop -> effects. */
#ifndef APP_LOOP_H
#define APP_LOOP_H

#include "console.h"
#include "keeper.h"

#include "store/watch.h"

struct front;

struct loop {
	struct console console;
	struct watch watch;
	struct keeper keeper;
	bool is_settled; /* the database was found sound, and said so here (store_settle) */
	bool leave;
};

struct front {
	/* Takes the place over, once for all consoles opened over one another; says why not. */
	enum status (*open)(const struct app *app, struct fault *fault);
	void (*close)(void);
	int (*fd)(void); /* readable: call take */
	void (*take)(struct loop *loop);
	void (*show)(struct loop *loop);                    /* what is new since the last time */
	int64_t (*next_ms)(const struct console *console); /* when it must show something at the latest; -1 never */
	void (*heed)(int signal);                           /* SIGWINCH, SIGCONT */
	void (*suspend)(void);                              /* Ctrl-Z was meant */
	void (*redraw)(enum theme theme);
	void (*bell)(void);
	bool layers; /* a console may be opened over another */
};
extern const struct front front_full, front_plain;

int64_t sooner_ms(int64_t a, int64_t b); /* of two waits; -1: for ever */

/* For fronts: the effects of what was just taken, and the signals that came meanwhile. */
void loop_carry_out(struct loop *loop);
void loop_take_signals(struct loop *loop);
void loop_die_of(struct loop *loop, int signal); /* leave, give all back, and end by it */

#endif
