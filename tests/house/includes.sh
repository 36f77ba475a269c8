#!/bin/sh
# Arrows point down: each #include "floor/…" against the table of docs/architecture.md, and every other quoted include stays
# on its own floor. Usage: includes.sh SOURCE_ROOT
. "$(dirname "$0")/lint.sh"

# A floor, then what it may include: floors, or single headers of one.
may_include='
base     base
text     base text
domain   base text domain
engine   base text domain engine
store    base text domain store
exchange base text domain engine exchange
command  base text command
view     base text domain engine command view
term     base text term view/canvas.h view/print.h command/command.h command/key.h
app      base text domain engine store exchange command view term app
'

includes_wrong()
{
	sources_of "$1" | while read -r file; do
		path=${file#"$1"/}
		floor=${path#*/}
		grep -n '^#[[:space:]]*include[[:space:]]*"' "$file" |
			sed 's/^\([0-9]*\):[^"]*"\([^"]*\)".*/\1 \2/' | sed "s|^|$floor $path |"
	done | awk -v root="$1" -v table="$may_include" '
	function beside(path, header,   folder, part) {
		folder = path
		sub(/[^\/]*$/, "", folder)
		# Within a floor "../x.h" and "cli/x.h" are fine, as long as they do not leave it.
		while (header ~ /^\.\.\//) {
			sub(/^\.\.\//, "", header)
			sub(/[^\/]*\/$/, "", folder)
		}
		split(path, part, "/")
		return (index(folder, "src/" part[2] "/") == 1 && exists(folder header)) || exists("src/" part[2] "/" header)
	}
	function exists(file,   line) {
		return (getline line < (root "/" file)) >= 0
	}
	BEGIN {
		rows = split(table, row, "\n")
		for (i = 1; i <= rows; i++) {
			n = split(row[i], word, /[ \t]+/)
			for (k = 2; k <= n; k++)
				may[word[1], word[k]] = 1
			if (n > 1)
				is_floor[word[1]] = 1
		}
	}
	{
		split($1, part, "/")
		floor = part[1]
		split($4, named, "/")
		where = $2 ":" $3 ": "
		if (!(floor in is_floor))
			print where "“" floor "” is no floor of the house"
		else if (named[1] in is_floor && !((floor, named[1]) in may) && !((floor, $4) in may))
			print where floor " may not include “" $4 "”"
		else if (!(named[1] in is_floor) && !beside($2, $4))
			print where "“" $4 "” is neither a floor’s header nor a file of this floor"
	}'
}

up_into_store() { plant src/engine/run.c '#include "store/store.h"'; }
header_up() { plant include/domain/x.h '# include "engine/run.h"'; }
into_app() { plant src/view/x.c '#include "app/app.h"'; }
more_of_view() { plant src/term/x.c '#include "view/model.h"'; }
sideways() { plant src/command/x.c '#include "domain/fact.h"'; }
private_of_another() { plant src/view/look.h ''; plant src/app/x.c '#include "../view/look.h"'; }
new_floor() { plant src/cellar/x.c '#include "base/buf.h"'; }

run_lock includes_wrong "$1" up_into_store header_up into_app more_of_view sideways private_of_another new_floor
