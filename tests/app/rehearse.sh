#!/bin/sh
# A whole day of kizuna, 120 minutes of it, rehearsed on real terminals: facilitator, room and scribe; nothing of it is kept.
set -eu
. "$YORIAI_SOURCE/tests/support/tmux.sh"
yoriai=$1
export YORIAI_DB="$tm_dir/data/yoriai.db" XDG_STATE_HOME="$tm_dir/state" LANGUAGE=ja
speed=600

# One member of the JSON that is read, as Python writes it after the object.
member() {
	python3 -c "import json, sys; print(json.load(sys.stdin)$1)"
}

clock() {
	"$yoriai" clock status --json 2>/dev/null | member "$1"
}

agenda() {
	"$yoriai" agenda --json 2>/dev/null | member "$1"
}

is() {
	[ "$2" = "$3" ] || { echo "$1: “$2” instead of “$3”" >&2; exit 1; }
}

sum() {
	sha256sum <"$YORIAI_DB"
}

"$yoriai" new '絆サークル' --template kizuna --start '2031-05-10 13:30' --tables 8 >/dev/null
steps=$(agenda "['items'].__len__()")
is 'the agenda in seconds' "$(agenda "['total_s']")" 7200
before=$(sum)

tm_start run 24 80 "$yoriai" run --rehearse $speed
tm_wait run "リハーサル ×$speed"
tm_start room 36 120 "$yoriai" audience
tm_start two 24 80 "$yoriai" scribe --table 2
tm_wait room "リハーサル ×$speed"
tm_wait two "リハーサル ×$speed"
is 'before the start' "$(clock "['state']")" planned
is 'the delay while nothing has begun' "$(clock "['delta_s']")" 0

# Each step is ended as soon as its time is over, and the room follows.
tm_keys run Space
step=1
while [ $step -le "$steps" ]; do
	title=$(agenda "['items'][$step - 1]['title']")
	tm_until "step $step" sh -c "'$yoriai' clock status --json 2>/dev/null | grep -q '\"position\":$step,'"
	if [ $step = 3 ]; then
		tm_keys two o
		tm_type two '真空管、あります'
		tm_keys two Enter Enter
	fi
	tm_until "the end of step $step" sh -c "'$yoriai' clock status --json 2>/dev/null | grep -q '\"remaining_s\":\(0\|null\),'"
	tm_keys run n
	step=$((step + 1))
done
tm_until 'the end' sh -c "'$yoriai' clock status --json 2>/dev/null | grep -q '\"state\":\"ended\"'"
tm_wait room 'またお会いしましょう'
tm_wait two '終了'
"$yoriai" show --json 2>/dev/null | grep -q '真空管、あります'
"$yoriai" report 2>/dev/null | grep -q "リハーサル ×$speed"

# Nobody was in a hurry: every step had all its time, and the day was not much longer than planned.
"$yoriai" agenda --json 2>/dev/null | python3 -c '
import datetime, json, sys
items = json.load(sys.stdin)["items"]
moment = datetime.datetime.fromisoformat
for item in items:
    took = (moment(item["actual_end"]) - moment(item["actual_start"])).total_seconds()
    assert took >= item["planned_s"] - 1, item
assert moment(items[0]["actual_start"]) == moment(items[0]["planned_start"]), items[0]
'

# The facilitator leaves: it asks nothing, the others leave too, and the file is as it was.
tm_keys run q
for window in run room two; do
	is "how $window ended" "$(tm_wait_end $window)" 0
done
is 'the database' "$(sum)" "$before"
is 'the files beside it' "$(ls "$tm_dir/data")" yoriai.db
is 'after it' "$(clock "['state']")" planned
"$yoriai" show --json | grep -q '真空管' && { echo 'an offer of the rehearsal was kept' >&2; exit 1; }
"$yoriai" check >/dev/null
