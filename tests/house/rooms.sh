#!/bin/sh
# Arrows point down inside the app, too: each #include of another room's header against the table of src/app/README.md.
# Usage: rooms.sh SOURCE_ROOT
. "$(dirname "$0")/lint.sh"

# A room (a folder of src/app), then whose headers it may include besides its own: rooms, or single headers.
may_enter='
world            -
console          world
form             world console
directory        world console form
screens          world console screens/screens.h
screens/home     world console screens/screens.h
screens/room     world console screens/screens.h
screens/run      world console screens/screens.h screens/room
screens/scribe   world console form screens/screens.h
screens/plan     world console form screens/screens.h
screens/people   world console form directory screens/screens.h
screens/cards    world console form directory screens/screens.h
screens/seats    world console screens/screens.h
front            world console screens/run
cli              world console front screens/screens.h
'

rooms_wrong()
{
	find "$1/src/app" -mindepth 2 -name '*.[ch]' | LC_ALL=C sort | while read -r file; do
		grep -Hn '^#[[:space:]]*include[[:space:]]*"[^"]*/' "$file" | sed "s|^$1/src/app/||"
	done | awk -v root="$1/src/app/" -v table="$may_enter" '
	function room_of(path) {
		sub(/\/[^\/]*$/, "", path)
		return path
	}
	function exists(file,   line) {
		return (getline line < file) >= 0
	}
	BEGIN {
		rows = split(table, row, "\n")
		for (i = 1; i <= rows; i++) {
			n = split(row[i], word, /[ \t]+/)
			for (k = 1; k <= n; k++)
				may[word[1], word[k]] = 1
			is_room[word[1]] = 1
		}
	}
	{
		split($0, at, ":")
		match($0, /"[^"]*"/)
		header = substr($0, RSTART + 1, RLENGTH - 2)
		room = room_of(at[1])
		where = "src/app/" at[1] ":" at[2] ": "
		if (!(room in is_room))
			print where "“" room "” is no room of the app"
		else if (exists(root header) && !((room, room_of(header)) in may) && !((room, header) in may))
			print where room " may not include “" header "”"
	}'
}

up_into_cli() { plant src/app/cli/cli.h ''; plant src/app/console/x.c '#include "cli/cli.h"'; }
form_into_screen() { plant src/app/screens/screens.h ''; plant src/app/form/x.c '#include "screens/screens.h"'; }
screen_into_screen() { plant src/app/screens/run/run.h ''; plant src/app/screens/plan/x.c '#include "screens/run/run.h"'; }
new_room() { plant src/app/attic/x.c '#include "base/buf.h"'; }

run_lock rooms_wrong "$1" up_into_cli form_into_screen screen_into_screen new_room
