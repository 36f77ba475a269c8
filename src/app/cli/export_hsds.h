/* export_hsds.h - the cards for directories elsewhere (exchange/hsds.h).
 * Private to app. */
#ifndef APP_EXPORT_HSDS_H
#define APP_EXPORT_HSDS_H

#include "world/app.h"

/* path NULL or "-": JSON on standard output; a name that ends in .json: JSON into that file; any other: a folder. */
enum exit_code export_hsds(struct app *app, const char *profile, const char *path);

#endif
