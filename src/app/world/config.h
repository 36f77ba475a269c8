/* config.h - the file in which a person sets up this computer: $XDG_CONFIG_HOME/yoriai/config.
 * Floor: app (private). What stands in it: exchange/settings.h. */
#ifndef APP_CONFIG_H
#define APP_CONFIG_H

#include "base/status.h"
#include "exchange/settings.h"

/* A file that is not there sets nothing up. Where lines are wrong, the others count, and the fault names file and line.
 */
MUST_CHECK enum status config_read(struct settings *ret_settings, struct fault *fault);

#endif
