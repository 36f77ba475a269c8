#!/bin/sh
# What the linker is to lay side by side is there: each name of src/app/key_path.ld is that of a function, in the file named
# with it if there is one. Usage: key_path.sh SOURCE_ROOT
. "$(dirname "$0")/lint.sh"

names_astray()
{
	sources_of "$1" | xargs awk '
	FILENAME ~ /key_path\.ld$/ {
		if (!match($0, /\(\.text\.[a-z0-9_]+ /))
			next
		object[++names] = substr($0, 1, RSTART - 1)
		name[names] = substr($0, RSTART + 7, RLENGTH - 8)
		next
	}
	/^[A-Za-z][A-Za-z0-9_ *()]*\(/ && !/;$/ {
		file = FILENAME
		sub(/.*\//, "", file)
		while (match($0, /[a-z][a-z0-9_]*\(/)) {
			at[substr($0, RSTART, RLENGTH - 1)] = 1
			at[substr($0, RSTART, RLENGTH - 1) " " file] = 1
			$0 = substr($0, RSTART + RLENGTH)
		}
	}
	END {
		for (i = 1; i <= names; i++) {
			gsub(/^[ \t*]+|\.o$/, "", object[i])
			sub(/.*_/, "", object[i])
			if (!((name[i] (object[i] == "" ? "" : " " object[i])) in at))
				print "src/app/key_path.ld: there is no function " name[i] " " object[i]
		}
	}' "$1/src/app/key_path.ld"
}

begin() { plant src/app/key_path.ld "$(printf '\t\t*%s(.text.go .text.go.*)' "$1")"; }
a_name_of_old() { begin ''; plant src/app/x.c 'void went(void)' '{' '}'; }
a_declaration() { begin ''; plant src/app/x.h 'void go(void);'; }
another_file() { begin 'y.c.o'; plant src/app/x.c 'void go(void)' '{' '}'; plant src/app/y.c ''; }

run_lock names_astray "$1" a_name_of_old a_declaration another_file
