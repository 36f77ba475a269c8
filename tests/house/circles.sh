#!/bin/sh
# No file needs, by whatever way round, a file that needs it: the program's objects, sorted from the ground up (tsort).
# Usage: circles.sh BUILD_ROOT
. "$(dirname "$0")/lint.sh"

# The program's objects as they are built now; older ones may lie beside them.
objects_of()
{
	sed -n 's|.*"output": "\(src/.*\.o\)".*|\1|p' "$1/compile_commands.json"
}

# "user definer" for each name that an object takes from another. Screens open one another by name only (screens.h).
needs_of()
{
	(cd "$1" && objects_of . | xargs nm -A) | awk '
	{ split($1, at, ":"); file = at[1] }
	$NF ~ /^(screen_|__)/ { next }
	$(NF - 1) ~ /^[TDRBV]$/ { defined[$NF] = file }
	$(NF - 1) == "U" { user[++n] = file; name[n] = $NF }
	END {
		for (i = 1; i <= n; i++)
			if (name[i] in defined && defined[name[i]] != user[i])
				print user[i], defined[name[i]]
	}'
}

circles_in()
{
	needs_of "$1" | tsort 2>&1 >/dev/null | sed 's/^tsort: -\{0,1\}:\{0,1\} *//'
}

# plant_object FILE C: an object in the empty tree.
plant_object()
{
	plant compile_commands.json "\"output\": \"src/$1\""
	printf '%s\n' "$2" | cc -x c -c -o "$tree/src/$1" -
}
two_that_need_each_other()
{
	plant_object a.o 'void b(void); void a(void) { b(); }'
	plant_object b.o 'void a(void); void b(void) { a(); }'
}

run_lock circles_in "$1" two_that_need_each_other
