/* palette.h - the colour of a terminal that is nearest to the one wanted.
 * Floor: term (private). Pure. */
#ifndef TERM_PALETTE_H
#define TERM_PALETTE_H

#include <stdint.h>

/* rgb 0xRRGGBB, or -1 for the terminal's own, which is -1 again. With 256 colours the first 16 are left alone,
 * because people choose those themselves; with fewer, the first 8 or 16 are taken as xterm has them. */
int palette_nearest(int32_t rgb, int colours);

#endif
