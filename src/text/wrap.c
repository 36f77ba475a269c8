#include "text/wrap.h"
