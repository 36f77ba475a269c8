#include "view/print.h"
