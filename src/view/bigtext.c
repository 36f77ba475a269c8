#include "view/bigtext.h"
