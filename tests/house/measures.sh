#!/bin/sh
# Rooms stay small: no source file over 450 lines, no function over 70, a README on each floor.
# Usage: measures.sh SOURCE_ROOT
. "$(dirname "$0")/lint.sh"

too_large()
{
	sources_of "$1" | while read -r file; do
		awk -v path="${file#"$1"/}" -v max_lines=450 -v max_body=70 '
		/^\{/ { opened = NR }
		/^\}/ && opened {
			if (NR - opened + 1 > max_body)
				print path ":" opened ": a function of " NR - opened + 1 " lines"
			opened = 0
		}
		END {
			if (NR > max_lines)
				print path ": " NR " lines"
		}' "$file"
	done
	for floor in $floors; do
		[ ! -d "$1/src/$floor" ] || [ -f "$1/src/$floor/README.md" ] || echo "src/$floor: no README.md"
	done
}

lines() { yes "${2-x;}" | head -n "$1"; }
long_file() { plant src/base/README.md ''; plant src/base/x.c "$(lines 451)"; }
long_function() { plant src/base/README.md ''; plant src/base/x.c 'int f(void)' '{' "$(lines 69 '	x;')" '}'; }
no_readme() { plant src/base/x.c 'int x;'; }

run_lock too_large "$1" long_file long_function no_readme
