/* script.h - a workshop told as text: what happened when, and how things then stood.
 *
 *   plan 13:30 hall 16:00           start and the hall's closing time ("-": not said)
 *   item Letter 5 end=15:55 min=3   an item of 5 minutes; start= and end= fix it, min= is its minimum, kind= its kind;
 *                                   "keep" protects it; "picture": the room sees the picture by itself
 *   tables 3
 *   13:37:00 next                   somebody presses next, at that time by the wall clock, today or tomorrow
 *   13:37:00 refused pause          the same, and is refused
 *   look; 13:37:00 late next        presses next as things stood at the look
 *   sleep 12m                       the machine sleeps; wall and boot clock go on
 *   wall -1h                        somebody sets the wall clock
 *   reboot 3m                       it is off and on again in that time
 *   machine 40s                     from here on at another machine, whose wall clock is ahead by that; "machine": back
 *   row end Case                    a bare row, as a crash or another laptop leaves it
 *   redo                            the newest undo is undone
 *   status state=running item=Case left=8:00
 *   of Case status=done active=13:00
 *   turns 2done 1now 3 4passed       the tables in the order of telling
 *   plenary left=3:30 each=3:30 waiting=7 short=no
 *   proposal deficit=6:00 overrun=0:00 Case=13:00   what a re-fit would do: the new length of each
 *
 * Times are h:mm:ss, lengths m:ss. The first line that does not hold fails the test with its number. */
#ifndef TESTS_ENGINE_SCRIPT_H
#define TESTS_ENGINE_SCRIPT_H

void script_run(const char *script);

#endif
