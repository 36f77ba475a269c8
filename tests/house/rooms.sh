#!/bin/sh
# Arrows point down inside a floor that has rooms, too: each #include of another room's header against the table below.
# Usage: rooms.sh SOURCE_ROOT
. "$(dirname "$0")/lint.sh"

# A room (a folder below src), then whose headers it may include besides its own: rooms of its floor, or single headers.
may_enter='
view/canvas          -
view/large           canvas
view/widgets         canvas
view/room            canvas large widgets
view/run             canvas large widgets room
view/line            canvas widgets
view/tell            run
view/scribe          canvas widgets
view/lists           canvas widgets
exchange/format      -
exchange/veil        -
exchange/import      format
exchange/template    format
exchange/hsds        format import
exchange/shape       format veil
exchange/report      format veil shape
exchange/paper       format veil
exchange/demo        format
app/world            -
app/console          world
app/form             world console
app/directory        world console form
app/screens          world console screens/screens.h
app/screens/home     world console screens/screens.h
app/screens/room     world console screens/screens.h
app/screens/run      world console screens/screens.h screens/room
app/screens/scribe   world console form screens/screens.h
app/screens/plan     world console form screens/screens.h
app/screens/people   world console form directory screens/screens.h
app/screens/cards    world console form directory screens/screens.h
app/screens/seats    world console form screens/screens.h
app/front            world console screens/run
app/cli              world console front screens/screens.h
'

rooms_wrong()
{
	for floor in view exchange app; do
		[ ! -d "$1/src/$floor" ] || find "$1/src/$floor" -mindepth 2 -name '*.[ch]'
	done | LC_ALL=C sort | while read -r file; do
		grep -Hn '^#[[:space:]]*include[[:space:]]*"[^"]*/' "$file" | sed "s|^$1/src/||"
	done | awk -v root="$1/src/" -v table="$may_enter" '
	function folder_of(path) {
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
		room = folder_of(at[1])
		floor = substr(room, 1, index(room, "/"))
		where = "src/" at[1] ":" at[2] ": "
		if (!(room in is_room))
			print where "“" room "” is no room of the house"
		else if (exists(root floor header) && !((room, folder_of(header)) in may) && !((room, header) in may))
			print where room " may not include “" header "”"
	}'
}

up_into_cli() { plant src/app/cli/cli.h ''; plant src/app/console/x.c '#include "cli/cli.h"'; }
form_into_screen() { plant src/app/screens/screens.h ''; plant src/app/form/x.c '#include "screens/screens.h"'; }
screen_into_screen() { plant src/app/screens/run/run.h ''; plant src/app/screens/plan/x.c '#include "screens/run/run.h"'; }
csv_into_import() { plant src/exchange/import/registry.h ''; plant src/exchange/format/x.c '#include "import/registry.h"'; }
new_room() { plant src/app/attic/x.c '#include "base/buf.h"'; }

run_lock rooms_wrong "$1" up_into_cli form_into_screen screen_into_screen csv_into_import new_room
