#!/bin/sh
# A whole workshop of kizuna on real terminals: facilitator, room and two scribes, each killed once; nothing is lost.
set -eu
. "$YORIAI_SOURCE/tests/support/tmux.sh"
yoriai=$1
export YORIAI_DB="$tm_dir/data/yoriai.db" XDG_STATE_HOME="$tm_dir/state" LANGUAGE=ja

# clock PATH, shown PATH: one member of the JSON that `clock status` and `show` print, as Python writes it after the object.
member() {
	python3 -c "import json, sys; print(json.load(sys.stdin)$1)"
}

clock() {
	"$yoriai" clock status --json | member "$1"
}

shown() {
	"$yoriai" show --json | member "$1"
}

is() {
	[ "$2" = "$3" ] || { echo "$1: “$2” instead of “$3”" >&2; exit 1; }
}

printf 'number,name,formality\n3,ひきこもり相談窓口「とびら」,formal\n13,町の電器店「まるでん」,informal\n' >"$tm_dir/cards.csv"
printf '# ラジオの音がする家 [架空]\n古い家に、カズさん(仮名)は母と暮らしている。\n得意なのは古いラジオの修理。\n' >"$tm_dir/case.txt"
printf '# カズさんから\nラジオを直しました。待っています。\n' >"$tm_dir/letter.txt"

"$yoriai" import cards "$tm_dir/cards.csv" >/dev/null
"$yoriai" new 'こわれたラジオの会' --template kizuna --start "$(date '+%Y-%m-%d %H:%M')" --tables 8 \
	--case "$tm_dir/case.txt" --letter "$tm_dir/letter.txt" >/dev/null

tm_start run 24 80 "$yoriai" run
tm_start room 36 120 "$yoriai" audience
tm_start three 24 80 "$yoriai" scribe --table 3
tm_start eight 24 80 "$yoriai" scribe --table 8

# One key, one fact, another process's screen.
tm_wait run 'こわれたラジオの会'
tm_keys run Space
tm_until 'the clock runs' sh -c "[ \"\$('$yoriai' clock status)\" != '' ] && '$yoriai' clock status --json | grep -q running"
tm_wait room 'ようこそ'
tm_wait three '開会'

# To the case, which the room sees only once the shutter is open.
for step in 2 3 4 5 6; do
	tm_keys run n
	tm_until "step $step" sh -c "'$yoriai' clock status --json | grep -q '\"position\":$step,'"
done
tm_wait room '事例'
tm_screen room | grep -q 'カズさん' && { echo 'the room saw the case through the shutter' >&2; exit 1; }
tm_keys run s
tm_wait room 'カズさん'

# Two scribes at once; a support is found among the cards by part of its name, kana-blind.
tm_wait three 'できること'
tm_keys three o
tm_type three '真空管、押し入れにあります'
tm_keys three Enter Enter
tm_wait three '保存しました'
tm_keys three s
tm_type three '3日後'
tm_keys three Enter
tm_type three '電器店が預かったラジオを隣の人が玄関先へ'
tm_keys three Enter
tm_type three 'マルデン'
tm_wait three '町の電器店'
tm_keys three Enter
tm_wait three 'インフォーマル'
tm_type three '隣の家の人'
tm_keys three Enter
tm_keys three Escape
tm_keys eight o
tm_type eight '猫の缶詰の安い店、教えます'
tm_keys eight Enter
tm_type eight '学生'
tm_keys eight Enter
tm_wait eight '猫の缶詰の安い店'
tm_until 'both tables are on disk' sh -c "'$yoriai' show --json | grep -q 猫の缶詰 && '$yoriai' show --json | grep -q 隣の家の人"

# A scribe dies in the middle of a line, and finds it again.
tm_keys three n
tm_type three 'お母さんの夜の見守りは'
tm_until 'the draft is on disk' sh -c "sqlite3 -readonly '$YORIAI_DB' 'select body from draft' | grep -q 夜の見守り"
kill -9 "$(tm_pid three)"
is 'how the scribe ended' "$(tm_wait_end three)" 137
tm_start three2 24 80 "$yoriai" scribe --table 3
tm_wait three2 'お母さんの夜の見守りは'
tm_type three2 'だれが'
tm_keys three2 Enter
tm_until 'the note is on disk' sh -c "'$yoriai' show --json | grep -q お母さんの夜の見守りはだれが"

# The room dies; it comes back shuttered.
kill -9 "$(tm_pid room)"
tm_wait_end room >/dev/null
tm_start room2 24 80 "$yoriai" audience
tm_wait room2 '事例'
tm_screen room2 | grep -q 'カズさん' && { echo 'the room came back unshuttered' >&2; exit 1; }

# Time is given, the clock paused, the facilitator dies and comes back: all as it was.
tm_keys run +
tm_until 'a minute is given' sh -c "[ \"\$('$yoriai' clock status --json | grep -c '\"adjust_s\":60,')\" = 1 ]"
"$yoriai" clock pause
is 'after pause' "$(clock "['state']")" paused
before=$(clock "['item']['remaining_s']")
kill -9 "$(tm_pid run)"
is 'how the facilitator ended' "$(tm_wait_end run)" 137
is 'after the kill' "$(clock "['state']")" paused
is 'a pause holds the clock' "$(clock "['item']['remaining_s']")" "$before"
tm_start run2 24 80 "$yoriai" run
tm_wait run2 '事例'
tm_keys run2 Space
tm_until 'it runs again' sh -c "'$yoriai' clock status --json | grep -q running"
is 'position' "$(clock "['item']['position']")" 6
is 'adjust' "$(clock "['item']['adjust_s']")" 60

# The other scribe dies, too.
kill -9 "$(tm_pid eight)"
tm_wait_end eight >/dev/null
tm_start eight2 24 80 "$yoriai" scribe --table 8
tm_wait eight2 '猫の缶詰の安い店'

# Two facilitators press "next" at once: one step further, not two.
"$yoriai" clock next &
first=$!
"$yoriai" clock next &
wait $first || true
wait || true
position=$(clock "['item']['position']")
[ "$position" = 7 ] || [ "$position" = 8 ] || { echo "next led to $position" >&2; exit 1; }

# To the presentations: the table tells its story step by step.
tm_keys run2 Down Down
while [ "$(clock "['item']['kind']")" != presentation ]; do
	"$yoriai" clock next
done
tm_wait run2 '閉：'
tm_keys run2 s
tm_wait run2 '開：'
tm_keys run2 Tab
tm_wait run2 '0/1'
tm_keys run2 Right
tm_wait room2 '電器店が預かったラジオ'
tm_wait room2 '町の電器店'

# Out again: everything is there, and the public report names nobody.
is 'offers of table 3' "$(shown "['tables'][2]['counts']['offers']")" 1
is 'supports of table 3' "$(shown "['tables'][2]['counts']['supports']")" 2
is 'informal of table 3' "$(shown "['tables'][2]['counts']['informal']")" 1
is 'notes of table 3' "$(shown "['tables'][2]['counts']['notes']")" 1
is 'offers of table 8' "$(shown "['tables'][7]['counts']['offers']")" 1
"$yoriai" report --format md -o "$tm_dir/report.md"
grep -q '電器店が預かったラジオ' "$tm_dir/report.md"
grep -q '学生' "$tm_dir/report.md" && { echo 'the public report names somebody' >&2; exit 1; }
"$yoriai" clock end
is 'at the end' "$(clock "['state']")" ended

for window in run2 room2 three2 eight2; do
	tm_keys "$window" q
	is "how $window ended" "$(tm_wait_end "$window")" 0
done
"$yoriai" check >/dev/null
is 'files at rest' "$(ls "$tm_dir/data")" yoriai.db
