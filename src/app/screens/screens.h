/* screens.h - every screen there is, by name: so that one opens another without knowing what it is made of.
 * Floor: app (private). */
#ifndef APP_SCREENS_H
#define APP_SCREENS_H

struct screen;

extern const struct screen screen_home, screen_run, screen_audience, screen_scribe, screen_story, screen_seats, screen_people,
	screen_cards, screen_needs, screen_search, screen_plan;

#endif
