#include "command/command.h"
