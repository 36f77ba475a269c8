#include "command/key.h"
