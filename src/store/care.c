#include "store/care.h"
