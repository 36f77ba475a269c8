/* flash.h - a block of big text with ink and paper exchanged: a bell that is seen.
 * Floor: view, private. When it is lit is the caller's to say: twice, and never faster than twice a second. */
#ifndef VIEW_FLASH_H
#define VIEW_FLASH_H

#include "view/canvas.h"

void flash_reverse(struct canvas *canvas, struct rect area);

#endif
