#include "cli.h"

subcommand_run *const subcommand_runs[SUBCOMMAND_COUNT] = {
#define SUBCOMMAND(name, usage, help) cli_##name,
#include "subcommands.def"
#undef SUBCOMMAND
};
