#include "text/cell.h"
