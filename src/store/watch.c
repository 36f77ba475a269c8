#include "store/watch.h"
