#!/usr/bin/env python3
"""embed.py OUTPUT FOLDER FILE... - writes text files as one C source, each named by its path below FOLDER (format/asset.h)."""
import os
import sys


def literal(line):
    """One line of a file as a C string literal; bytes outside printable ASCII as octal, which cannot run on."""
    plain = lambda byte: 32 <= byte < 127 and byte not in b'"\\?'
    return '"' + "".join(chr(byte) if plain(byte) else f"\\{byte:03o}" for byte in line) + '"'


def main(output, folder, *paths):
    with open(output, "w", encoding="ascii") as out:
        out.write('#include "format/asset.h"\n\nconst struct asset assets[] = {\n')
        for path in paths:
            with open(path, "rb") as file:
                lines = file.read().splitlines(keepends=True)
            text = "\n\t  ".join(literal(line) for line in lines) or '""'
            name = os.path.relpath(path, folder)
            out.write(f'\t{{ "{name}",\n\t  {text},\n\t  {sum(map(len, lines))} }},\n')
        out.write("};\n\nconst size_t assets_len = sizeof assets / sizeof *assets;\n")


main(*sys.argv[1:])
