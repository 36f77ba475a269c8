#include "engine/act.h"
