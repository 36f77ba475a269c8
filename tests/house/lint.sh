# Shared by the house's locks. A lock is a function that prints what is wrong in a source tree, a line each, and nothing where
# all is well. run_lock LOCK ROOT PLANT… judges ROOT, and first proves that the lock can fail: each PLANT is a function that
# puts one wrong line into an empty tree, which the lock must find.

floors='base text domain engine store exchange command view term app'

# Every C file of the program, below $1.
sources_of()
{
	find "$1/include" "$1/src" -name '*.[ch]' -o -name '*.def' 2>/dev/null | LC_ALL=C sort
}

# plant FILE LINE…: a file in the empty tree ($tree).
plant()
{
	file=$tree/$1
	shift
	mkdir -p "$(dirname "$file")"
	printf '%s\n' "$@" >>"$file"
}

run_lock()
{
	lock=$1 root=$2
	shift 2
	tree=$(mktemp -d)
	trap 'rm -rf "$tree"' EXIT
	for wrong; do
		rm -rf "$tree/include" "$tree/src"
		mkdir -p "$tree/include" "$tree/src"
		"$wrong"
		if [ -z "$($lock "$tree")" ]; then
			echo "$lock does not see what $wrong did"
			exit 1
		fi
	done
	found=$($lock "$root")
	[ -z "$found" ] && exit 0
	printf '%s\n' "$found"
	exit 1
}
