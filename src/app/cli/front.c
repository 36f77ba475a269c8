/* front.c - where the person meets a console. */
#include "cli.h"

#include "console/loop.h"

const struct front *cli_front(const struct app *app)
{
	return app->plain ? &front_plain : &front_full;
}
