#!/bin/sh
# The tmux helper itself, on a shell.
set -eu
. "$(dirname "$0")/tmux.sh"

tm_start one 10 40 sh
tm_start two 6 30 sh -c "echo it\\'s here; read line; echo got \$line; read end; exit 7"
tm_type one 'echo 一二$((1 + 2))'
tm_keys one Enter
tm_wait one '一二3'
tm_wait two "it's here"
tm_type two 'かな'
tm_keys two Enter
tm_wait two 'got かな'
tm_keys two Enter
[ "$(tm_wait_end two)" = 7 ]
kill -0 "$(tm_pid one)"
kill -9 "$(tm_pid one)"
[ "$(tm_wait_end one)" = 137 ]
if (TM_WAIT_S=1; tm_wait one 'never there') 2>/dev/null; then
	echo 'waiting in vain must fail' >&2
	exit 1
fi
