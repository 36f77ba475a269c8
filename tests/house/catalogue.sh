#!/bin/sh
# Every sentence is in the catalogue: POTFILES names each file that has one, and the Japanese catalogue answers all of them,
# none of them doubtfully. Usage: catalogue.sh SOURCE_ROOT
cd "$1" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

grep -rlE '(^|[^A-Za-z_0-9])(N?_|C_|n?gettext)\(' --include='*.c' --include='*.def' include src | LC_ALL=C sort >"$work/files"
if ! diff src/po/POTFILES "$work/files"; then
	echo "src/po/POTFILES does not name the files that have sentences (<: named, >: to be named)"
	bad=1
fi

xgettext --language=C --keyword=_ --keyword=N_ --keyword=C_:1c,2 --from-code=UTF-8 -f "$work/files" -o "$work/pot" || bad=1
# report WHAT OPTION: the sentences of the merged catalogue that msgattrib finds with the option.
report()
{
	if msgattrib --no-wrap "$2" "$work/merged" | grep -E '^(#~ )?(msgctxt|msgid) ".'; then
		echo "$catalogue: $1"
		bad=1
	fi
}
for catalogue in src/po/*.po; do
	msgfmt --check -o "$work/mo" "$catalogue" || bad=1
	msgmerge --quiet --no-fuzzy-matching --no-wrap -o "$work/merged" "$catalogue" "$work/pot" || bad=1
	report 'not translated' --untranslated
	report 'doubtful' --only-fuzzy
	report 'not said any more' --only-obsolete
done
exit $bad
