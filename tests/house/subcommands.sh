#!/bin/sh
# The man page tells of the very commands that the program has, and of every option that its help speaks of. Usage: subcommands.sh YORIAI MAN_PAGE
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
LC_ALL=C.UTF-8 "$1" --lang en --help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p' | sort >"$work/program"
sed -n '/^\.SH COMMANDS/,/^\.SH KEYS/p' "$2" | grep -A1 '^\.TP' | sed -n 's/^\.BR* "*\([a-z]*\).*/\1/p' | sort -u >"$work/page"
if [ ! -s "$work/program" ]; then
	echo "$1 --help lists no commands"
	exit 1
fi
diff "$work/program" "$work/page" || {
	echo "docs/yoriai.1.in does not tell of the same commands (<: the program's, >: the page's)"
	exit 1
}

# options FILE: each --option in it, without roff's backslashes.
options()
{
	tr -d '\\' <"$1" | grep -oE -e '--[a-z][a-z-]*' | sort -u
}
LC_ALL=C.UTF-8 "$1" --lang en --help >"$work/help"
options "$work/help" >"$work/program"
options "$2" >"$work/page"
missing=$(comm -23 "$work/program" "$work/page")
if [ -n "$missing" ]; then
	echo "docs/yoriai.1.in does not tell of" $missing
	exit 1
fi
