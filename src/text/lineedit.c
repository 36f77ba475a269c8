#include "text/lineedit.h"
