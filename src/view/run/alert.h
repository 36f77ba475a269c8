/* alert.h - what the facilitator must not overlook: a row of its own, all in one style, with the key that does something
 * about it.
 * Floor: view, private. */
#ifndef VIEW_ALERT_H
#define VIEW_ALERT_H

#include "command/command.h"
#include "engine/run.h"
#include "view/canvas.h"

/* `format`: a sentence with one %s, for the command's key. */
void alert_draw(struct canvas *canvas, struct rect row, enum style style, const char *format, enum command command);

/* Where no step runs: why, and the key that changes it. */
void alert_draw_idle(struct canvas *canvas, struct rect row, const struct run *run);

#endif
