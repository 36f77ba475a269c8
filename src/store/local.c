#include "store/local.h"
