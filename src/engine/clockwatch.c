#include "engine/clockwatch.h"
