#!/bin/sh
# Writes the generated pages into FOLDER (docs itself: ninja docs). Usage: regenerate.sh PROGRAM SOURCE_DOCS FOLDER
set -e
program=$1 source=$2 folder=$3
"$program" keys >"$folder/keys.md"
"$program" data >"$folder/data.md"
"$program" man "$source/yoriai.1.in" >"$folder/yoriai.1"
