/* The theme: how a role looks on the terminal at hand.
 *
 * What a terminal can show is told by its number of colours and by what is known of its background.
 * The five origins of words keep their colours on every screen; the colours of a theme are told
 * apart also by people who see no red or no green, and are readable on the background they are made
 * for. Without colour a role looks by bold, underline, dim and reverse, and nothing is lost: what a
 * colour says is said by a letter or a word as well. */
#ifndef APP_SCREEN_THEME_H
#define APP_SCREEN_THEME_H

#include "app/ground/role.h"
#include "sim/sim.h"

#include <stdbool.h>
#include <stdint.h>

enum background {
    BACKGROUND_UNKNOWN, /* colours that can be read on black and on white */
    BACKGROUND_DARK,
    BACKGROUND_LIGHT,
    BACKGROUND_COUNT,
};

enum { COLOUR_DEFAULT = -1 };

struct style {
    int16_t colour; /* of the letters: a number of the palette, or COLOUR_DEFAULT */
    uint8_t look;   /* LOOK_ bits of frame.h */
};

/* The background is always the terminal's own. */
struct theme {
    struct style style[ROLE_COUNT];
    bool coloured;
};

/* The theme for a terminal of that many colours; below 8, or with plain, one without colour. */
void theme_choose(struct theme *theme, int colours, enum background background, bool plain);

/* What the variable COLORFGBG ("15;0", set by some terminals) tells of the background. */
enum background theme_background(struct slice colorfgbg);

/* The red, green and blue of a number of the 256-colour palette, 0 to 255 each. The first 16 are
 * what most terminals show; people can change them. */
void theme_rgb(int colour, uint8_t rgb[3]);

#endif
