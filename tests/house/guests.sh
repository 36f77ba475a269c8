#!/bin/sh
# What the world offers enters by one door each: a library's header, the clock, chance, the calendar. Usage: guests.sh SOURCE_ROOT
. "$(dirname "$0")/lint.sh"

# A pattern (awk), then the only files where it may stand; "-" is nowhere. Comments are not read.
guests='
#include <sqlite3\.h>                                              ^src/store/
#include <(n?curses|term|panel|ncursesw/.*)\.h>                    ^src/term/
#include <uni(case|conv|ctype|gbrk|lbrk|name|norm|stdio|str|types|wbrk|width)\.h> ^src/text/
(^|[^A-Za-z0-9_])(clock_gettime|gettimeofday|time)\(               ^src/base/env\.c$
(^|[^A-Za-z0-9_])(getrandom|getentropy|rand|random|srand|arc4random)\( ^src/base/env\.c$
(^|[^A-Za-z0-9_])(localtime|localtime_r|gmtime|gmtime_r|mktime|timegm|strptime|strftime)\( ^src/base/calendar\.c$
%-[0-9*]+s                                                        -
(^|[^A-Za-z0-9_])(strcpy|strcat|sprintf|vsprintf|gets|strtok)\( -
'

guests_astray()
{
	sources_of "$1" | while read -r file; do
		awk -v path="${file#"$1"/}" -v table="$guests" '
		function is_quoted(line, at,   part) {
			return split(substr(line, 1, at - 1), part, "\"") % 2 == 0
		}
		function code_of(line,   from, to) {
			if (inside && !(to = index(line, "*/")))
				return ""
			if (inside)
				line = substr(line, to + 2)
			inside = 0
			while ((from = index(line, "/*")) && !is_quoted(line, from)) {
				to = index(substr(line, from + 2), "*/")
				inside = !to
				line = substr(line, 1, from - 1) (to ? substr(line, from + to + 3) : "")
			}
			return line
		}
		BEGIN {
			rows = split(table, row, "\n")
			for (i = 1; i <= rows; i++) {
				if (row[i] == "")
					continue
				door[++guests] = row[i]
				sub(/^.*[ \t]/, "", door[guests])
				what[guests] = row[i]
				sub(/[ \t]+[^ \t]*$/, "", what[guests])
			}
		}
		{
			code = code_of($0)
			for (i = 1; i <= guests; i++)
				if (code ~ what[i] && (door[i] == "-" || path !~ door[i]))
					print path ":" NR ": does not belong here: " $0
		}' "$file"
	done
}

sql_upstairs() { plant src/engine/x.c '#include <sqlite3.h>'; }
curses_in_view() { plant src/view/x.c '#include <curses.h>'; }
clusters_in_term() { plant src/term/x.c '#include <unigbrk.h>'; }
clock_in_engine() { plant src/engine/x.c '	int64_t now = time(NULL);'; }
clock_in_app() { plant src/app/x.c '/* why */	clock_gettime(CLOCK_REALTIME, &ts); /* why'; }
chance_in_store() { plant src/store/x.c '	getrandom(&node, sizeof node, 0);'; }
calendar_in_view() { plant src/view/x.c '	localtime_r(&at, &tm);'; }
padding() { plant src/app/x.c '	printf("%-20s", _("title"));'; }
after_a_comment() { plant src/engine/x.c '/* a comment' ' * of two lines */' '	x = rand();'; }

run_lock guests_astray "$1" sql_upstairs curses_in_view clusters_in_term clock_in_engine clock_in_app chance_in_store \
	calendar_in_view padding after_a_comment
