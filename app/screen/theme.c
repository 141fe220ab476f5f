/* Which colour and look a role has. In: number of colours, background, whether colour is wanted.
 * Out: a style for each role. See theme.h; the unit test measures contrast and colour vision.
 *
 * A role has an ink; an ink has a colour in each palette. With 8 or 16 colours an unknown
 * background is taken to be dark, since no colour of those palettes can be read on both; in the
 * palette of 256 there are some. */
#include "app/screen/theme.h"

#include "app/screen/frame.h"

enum ink {
    INK_NONE,
    INK_ENTRYPOINT, /* blue */
    INK_CMD,        /* yellow to orange */
    INK_RUN,        /* green */
    INK_OPTION,     /* purple */
    INK_SHELL,      /* grey */
    INK_ALARM,      /* red */
    INK_QUIET,      /* grey, for what is said by the way */
    INK_COUNT,
};

/* Columns: unknown, dark and light background. */
static const int16_t palette_256[INK_COUNT][BACKGROUND_COUNT] = {
    [INK_NONE] = {-1, -1, -1},     [INK_ENTRYPOINT] = {68, 69, 27}, [INK_CMD] = {166, 220, 130},
    [INK_RUN] = {65, 71, 29},      [INK_OPTION] = {163, 139, 90},   [INK_SHELL] = {241, 252, 238},
    [INK_ALARM] = {167, 203, 160}, [INK_QUIET] = {243, 246, 241},
};
static const int16_t palette_16[INK_COUNT][BACKGROUND_COUNT] = {
    [INK_NONE] = {-1, -1, -1}, [INK_ENTRYPOINT] = {12, 12, 4}, [INK_CMD] = {11, 11, 1},
    [INK_RUN] = {10, 10, -1},  [INK_OPTION] = {13, 13, 5},     [INK_SHELL] = {7, 7, 8},
    [INK_ALARM] = {9, 9, 1},   [INK_QUIET] = {7, 7, 8},
};
static const int16_t palette_8[INK_COUNT][BACKGROUND_COUNT] = {
    [INK_NONE] = {-1, -1, -1}, [INK_ENTRYPOINT] = {6, 6, 4}, [INK_CMD] = {3, 3, 1},
    [INK_RUN] = {2, 2, -1},    [INK_OPTION] = {5, 5, 5},     [INK_SHELL] = {-1, -1, -1},
    [INK_ALARM] = {1, 1, 1},   [INK_QUIET] = {-1, -1, -1},
};

/* The look with colour and without. */
struct role_row {
    enum ink ink;
    uint8_t look, plain_look;
};

static const struct role_row role_rows[ROLE_COUNT] = {
    [ROLE_PLAIN] = {INK_NONE, 0, 0},
    [ROLE_ENTRYPOINT] = {INK_ENTRYPOINT, LOOK_BOLD, LOOK_BOLD},
    [ROLE_CMD] = {INK_CMD, 0, 0},
    [ROLE_RUN] = {INK_RUN, LOOK_BOLD, LOOK_UNDERLINE},
    [ROLE_OPTION] = {INK_OPTION, LOOK_BOLD, LOOK_BOLD | LOOK_UNDERLINE},
    [ROLE_SHELL] = {INK_SHELL, 0, LOOK_DIM},
    [ROLE_GONE] = {INK_QUIET, LOOK_DIM, LOOK_DIM},
    [ROLE_LABEL] = {INK_NONE, 0, 0},
    [ROLE_FAINT] = {INK_QUIET, 0, LOOK_DIM},
    [ROLE_OLD] = {INK_QUIET, LOOK_DIM, LOOK_DIM},
    [ROLE_GOOD] = {INK_RUN, LOOK_BOLD, LOOK_BOLD},
    [ROLE_BAD] = {INK_ALARM, LOOK_BOLD, LOOK_BOLD},
    [ROLE_WARN] = {INK_ALARM, 0, LOOK_BOLD},
    [ROLE_CARET] = {INK_ALARM, LOOK_BOLD, LOOK_BOLD},
    [ROLE_ESCAPE] = {INK_ALARM, LOOK_REVERSE, LOOK_REVERSE},
    [ROLE_DIFFER] = {INK_NONE, LOOK_REVERSE, LOOK_REVERSE},
    [ROLE_TYPED] = {INK_NONE, LOOK_BOLD, LOOK_BOLD},
    [ROLE_KEYWORD] = {INK_NONE, LOOK_BOLD, LOOK_BOLD},
    [ROLE_FLAG] = {INK_OPTION, 0, 0},
    [ROLE_STRING] = {INK_RUN, 0, 0},
    [ROLE_VARIABLE] = {INK_OPTION, 0, LOOK_UNDERLINE},
    [ROLE_COMMENT] = {INK_QUIET, 0, LOOK_DIM},
    [ROLE_NUMBER] = {INK_QUIET, 0, LOOK_DIM},
    [ROLE_MARKED] = {INK_ALARM, LOOK_BOLD, LOOK_BOLD | LOOK_UNDERLINE},
    [ROLE_FOUND] = {INK_NONE, LOOK_REVERSE, LOOK_REVERSE},
    [ROLE_HEAD] = {INK_NONE, LOOK_REVERSE, LOOK_REVERSE},
    [ROLE_TITLE] = {INK_NONE, 0, 0},
    [ROLE_FOCUS] = {INK_NONE, LOOK_BOLD, LOOK_BOLD},
    [ROLE_RULE] = {INK_QUIET, 0, 0},
    [ROLE_PROMPT] = {INK_NONE, LOOK_BOLD, LOOK_BOLD},
    [ROLE_KEY] = {INK_NONE, LOOK_BOLD, LOOK_BOLD},
    [ROLE_FOOT] = {INK_QUIET, 0, 0},
    [ROLE_CHOSEN] = {INK_NONE, LOOK_REVERSE, LOOK_REVERSE},
};

void theme_choose(struct theme *theme, int colours, enum background background, bool plain)
{
    const int16_t(*palette)[BACKGROUND_COUNT] = colours >= 256  ? palette_256
                                                : colours >= 16 ? palette_16
                                                                : palette_8;
    theme->coloured = !plain && colours >= 8;
    for (int role = 0; role < ROLE_COUNT; role++) {
        const struct role_row *row = &role_rows[role];
        theme->style[role] = theme->coloured
                                 ? (struct style){palette[row->ink][background], row->look}
                                 : (struct style){COLOUR_DEFAULT, row->plain_look};
    }
}

enum background theme_background(struct slice colorfgbg)
{
    /* "letters;background", some terminals put a third value between */
    struct slice last = colorfgbg, before, after;
    while (slice_cut(last, ';', &before, &after))
        last = after;
    if (last.len == colorfgbg.len || !last.len || last.len > 2)
        return BACKGROUND_UNKNOWN;
    int number = 0;
    for (size_t i = 0; i < last.len; i++) {
        if (last.at[i] < '0' || last.at[i] > '9')
            return BACKGROUND_UNKNOWN;
        number = number * 10 + (last.at[i] - '0');
    }
    return number == 7 || (number >= 9 && number <= 15) ? BACKGROUND_LIGHT : BACKGROUND_DARK;
}

void theme_rgb(int colour, uint8_t rgb[3])
{
    static const uint8_t basic[16][3] = {
        {0, 0, 0},       {205, 0, 0},   {0, 205, 0},   {205, 205, 0},
        {0, 0, 238},     {205, 0, 205}, {0, 205, 205}, {229, 229, 229},
        {127, 127, 127}, {255, 0, 0},   {0, 255, 0},   {255, 255, 0},
        {92, 92, 255},   {255, 0, 255}, {0, 255, 255}, {255, 255, 255},
    };
    if (colour < 16) {
        memcpy(rgb, basic[colour < 0 ? 0 : colour], 3);
        return;
    }
    if (colour >= 232) {
        rgb[0] = rgb[1] = rgb[2] = (uint8_t)(8 + 10 * (colour - 232));
        return;
    }
    int cube = colour - 16;
    const int level[3] = {cube / 36, cube / 6 % 6, cube % 6};
    for (int i = 0; i < 3; i++)
        rgb[i] = (uint8_t)(level[i] ? 55 + 40 * level[i] : 0);
}
