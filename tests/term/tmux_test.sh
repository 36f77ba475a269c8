#!/bin/sh
# The terminal floor in tmux, which computes widths by itself and has a shell to stop and go on under.
set -eu
. "$YORIAI_SOURCE/tests/support/tmux.sh"

expect() {
	[ "$2" = "$3" ] && return
	printf '%s: expected “%s”, got “%s”\n' "$1" "$2" "$3" >&2
	exit 1
}

# Composed by the program, so that no terminal need do it; and the cursor stands where tmux says.
tm_start typing 10 40 "$ECHO_APP"
tm_wait typing 'echo 40x10 narrow'
tm_type typing 'か゛がき'
tm_type typing "$(printf 'は\343\202\232')" # U+309A
tm_wait typing '> か゛がきぱ'
expect cursor '12,1' "$(tm_cursor typing)"
tm_paste typing 'まとめて
貼る'
tm_wait typing 'paste まとめて␊貼る'

# Stopped and continued by a shell, then ended; nothing of the screen stays in the scrollback.
tm_start shell 12 60 bash --norc -i
tm_type shell "PS1='ready> '"
tm_keys shell Enter
tm_wait shell 'ready> '
tm_type shell "'$ECHO_APP'"
tm_keys shell Enter
tm_wait shell 'echo 60x12'
tm_type shell '書きかけ'
tm_wait shell '> 書きかけ'
tm_keys shell C-z
tm_wait shell 'Stopped'
tm_wait_gone shell '書きかけ'
tm_type shell 'stty -a | tr " " "\n" | grep -x -e -icanon -e -echo; echo modes=$?'
tm_keys shell Enter
tm_wait shell 'modes=1'
tm_type shell 'fg'
tm_keys shell Enter
tm_wait shell '> 書きかけ'
tm_type shell '続き'
tm_wait shell '> 書きかけ続き'
tm_keys shell C-c
tm_wait shell 'paints'
tm capture-pane -p -S - -t shell >"$tm_dir/scrollback"
if grep -q '書きかけ' "$tm_dir/scrollback"; then
	echo 'something of the screen stays in the scrollback' >&2
	exit 1
fi

# Ended while stopped: the shell keeps the terminal.
tm_type shell "clear; '$ECHO_APP'"
tm_keys shell Enter
tm_wait shell 'echo 60x12'
tm_keys shell C-z
tm_wait shell 'Stopped'
# Again while bash still takes the job for stopped: its answer is the stop's, 148, for a moment.
tm_type shell 'kill %1; s=148; while [ $s = 148 ]; do wait %1; s=$?; done 2>/dev/null; echo status=$s'
tm_keys shell Enter
tm_wait shell 'status=143'
