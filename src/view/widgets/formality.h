/* formality.h - formal, informal, mixed: by letter, by the shape around it, and by colour; the word stands beside them.
 * Floor: view, private. */
#ifndef VIEW_FORMALITY_H
#define VIEW_FORMALITY_H

#include "domain/codes.h"
#include "view/canvas.h"

struct formality_look {
	const char *mark;  /* one column, for lists */
	const char *shape; /* three columns: told apart from the back of the room, and without any colour */
	enum style style;
};
const struct formality_look *formality_look(enum formality formality);

#endif
