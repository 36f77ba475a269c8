# tmux.sh - several programs on real terminals, driven by a shell script that sources this file.
# A private server (its own socket, no configuration), killed when the script ends. Waiting is for a condition, until a
# deadline.
#
#	. "$YORIAI_SOURCE/tests/support/tmux.sh"
#	tm_start main 24 80 "$yoriai" run 架空             # a window named main, 24 rows, 80 columns
#	tm_wait main '個人ワーク'                          # fails, showing the screen, when it does not come in 15 s
#	tm_keys main Down Enter C-s                        # keys as tmux names them
#	tm_type main '配食の見守り'                        # characters as they are
#	tm_screen main | grep -q 配食
#	tm_pid main                                        # of the program itself: kill -9 "$(tm_pid main)"
#	tm_wait_end main                                   # until it has ended; prints its exit status (137: kill -9)

TM_WAIT_S=${TM_WAIT_S:-15}
tm_dir=$(mktemp -d "${TMPDIR:-/tmp}/yoriai-tmux.XXXXXX")
unset TMUX TMUX_PANE

tm() {
	tmux -L "yoriai-$$" -f /dev/null "$@"
}

tm_clean() {
	tm kill-server 2>/dev/null
	rm -rf "$tm_dir"
}
trap tm_clean EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# The program runs under a shell that writes down its pid and how it ended: tmux 3.3 sometimes misses the end itself.
# The window outlives both, so that the last screen can be read.
tm_start() {
	tm_name=$1 tm_rows=$2 tm_cols=$3
	shift 3
	{
		printf "#!/bin/sh\nsh -c 'echo \$\$ >\"\$0\"; exec \"\$@\"' '%s'" "$tm_dir/$tm_name.pid"
		for tm_word; do
			printf " '%s'" "$(printf '%s' "$tm_word" | sed "s/'/'\\\\''/g")"
		done
		printf "\necho \$? >'%s'\n" "$tm_dir/$tm_name.status"
	} >"$tm_dir/$tm_name"
	chmod +x "$tm_dir/$tm_name"
	tm start-server \; set-option -g remain-on-exit on \; set-option -g default-terminal tmux-256color \; \
		new-session -d -s "$tm_name" -x "$tm_cols" -y "$tm_rows" "exec '$tm_dir/$tm_name'" \; \
		set-option -t "$tm_name" status off \; resize-window -t "$tm_name" -x "$tm_cols" -y "$tm_rows"
}

tm_screen() {
	tm capture-pane -p -t "$1"
}

tm_cursor() {
	tm display-message -p -t "$1" '#{cursor_x},#{cursor_y}'
}

tm_keys() {
	tm_name=$1
	shift
	tm send-keys -t "$tm_name" "$@"
}

tm_type() {
	tm send-keys -l -t "$1" -- "$2"
}

tm_paste() {
	tm set-buffer -- "$2" \; paste-buffer -p -d -t "$1"
}

tm_pid() {
	tm_until "the start of $1" test -s "$tm_dir/$1.pid" || exit 1
	cat "$tm_dir/$1.pid"
}

# tm_until WHAT COMMAND…: runs the command again and again until it succeeds.
tm_until() {
	tm_what=$1 tm_left=$((TM_WAIT_S * 20))
	shift
	until "$@"; do
		tm_left=$((tm_left - 1))
		if [ "$tm_left" -le 0 ]; then
			echo "waited $TM_WAIT_S s in vain: $tm_what" >&2
			return 1
		fi
		sleep 0.05
	done
}

tm_shows() {
	tm_screen "$1" | grep -qF -- "$2"
}

tm_lacks() {
	! tm_shows "$1" "$2"
}

tm_wait() {
	tm_until "“$2” in $1" tm_shows "$1" "$2" || { tm_screen "$1" >&2; exit 1; }
}

tm_wait_gone() {
	tm_until "“$2” gone from $1" tm_lacks "$1" "$2" || { tm_screen "$1" >&2; exit 1; }
}

tm_wait_end() {
	tm_until "the end of $1" test -s "$tm_dir/$1.status" || { tm_screen "$1" >&2; exit 1; }
	cat "$tm_dir/$1.status"
}
