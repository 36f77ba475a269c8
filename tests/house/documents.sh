#!/bin/sh
# The generated pages are those of today's tables. Usage: documents.sh PROGRAM SOURCE_DOCS REGENERATE
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sh "$3" "$1" "$2" "$work" || exit 1
bad=0
for page in keys.md data.md yoriai.1; do
	diff "$2/$page" "$work/$page" || {
		echo "docs/$page is not what the tables say: run “ninja docs” in the build folder"
		bad=1
	}
done
exit $bad
