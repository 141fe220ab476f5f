/* Themes: every role is told by something, colours can be read on their background, and the origins
 * of words can be told apart also without red or without green. */
#include "tests/unit/unit.h"

#include "app/screen/frame.h"
#include "app/screen/theme.h"

#include <math.h>

/* sRGB to linear light. */
static void linear(int colour, double out[3])
{
    uint8_t rgb[3];
    theme_rgb(colour, rgb);
    for (int i = 0; i < 3; i++) {
        double c = rgb[i] / 255.0;
        out[i] = c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
    }
}

/* The contrast of the accessibility guidelines (WCAG) with white or black. */
static double contrast(int colour, double background)
{
    double c[3];
    linear(colour, c);
    double luminance = 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    double light = luminance > background ? luminance : background;
    double dark = luminance > background ? background : luminance;
    return (light + 0.05) / (dark + 0.05);
}

/* What normal eyes see, those without green and those without red (Machado and others, 2009). */
static const double eyes[3][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.367322, 0.860646, -0.227968},
     {0.280085, 0.672501, 0.047413},
     {-0.011820, 0.042940, 0.968881}},
    {{0.152286, 1.052583, -0.204868},
     {0.114503, 0.786281, 0.099216},
     {-0.003882, -0.048116, 1.051998}},
};

static double lab_curve(double t)
{
    return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
}

static void lab(int colour, const double eye[3][3], double out[3])
{
    double c[3], v[3], xyz[3];
    static const double to_xyz[3][3] = {
        {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}};
    static const double white[3] = {0.9505, 1, 1.089};
    linear(colour, c);
    for (int i = 0; i < 3; i++)
        v[i] = fmin(1, fmax(0, eye[i][0] * c[0] + eye[i][1] * c[1] + eye[i][2] * c[2]));
    for (int i = 0; i < 3; i++)
        xyz[i] =
            lab_curve((to_xyz[i][0] * v[0] + to_xyz[i][1] * v[1] + to_xyz[i][2] * v[2]) / white[i]);
    out[0] = 116 * xyz[1] - 16;
    out[1] = 500 * (xyz[0] - xyz[1]);
    out[2] = 200 * (xyz[1] - xyz[2]);
}

static double difference(int a, int b, const double eye[3][3])
{
    double x[3], y[3];
    lab(a, eye, x);
    lab(b, eye, y);
    return sqrt(pow(x[0] - y[0], 2) + pow(x[1] - y[1], 2) + pow(x[2] - y[2], 2));
}

static const enum role origins[] = {ROLE_ENTRYPOINT, ROLE_CMD, ROLE_RUN, ROLE_OPTION, ROLE_SHELL};

/* By background: unknown, dark, light. */
static const struct {
    double contrast, difference;
} wanted[BACKGROUND_COUNT] = {{3.3, 18}, {5, 25}, {4.5, 20}};

static void colours_can_be_read(void **state)
{
    (void)state;
    for (int b = 0; b < BACKGROUND_COUNT; b++) {
        struct theme theme;
        theme_choose(&theme, 256, (enum background)b, false);
        for (int role = 0; role < ROLE_COUNT; role++) {
            int colour = theme.style[role].colour;
            if (colour == COLOUR_DEFAULT)
                continue;
            double on_black = contrast(colour, 0), on_white = contrast(colour, 1);
            if ((b != BACKGROUND_LIGHT && on_black < wanted[b].contrast) ||
                (b != BACKGROUND_DARK && on_white < wanted[b].contrast))
                fail_msg("background %d, role %d, colour %d: %.1f on black, %.1f on white", b, role,
                         colour, on_black, on_white);
        }
    }
}

static void origins_can_be_told_apart(void **state)
{
    (void)state;
    for (int b = 0; b < BACKGROUND_COUNT; b++) {
        struct theme theme;
        theme_choose(&theme, 256, (enum background)b, false);
        for (int i = 0; i < 5; i++)
            for (int k = 0; k < i; k++)
                for (int eye = 0; eye < 3; eye++) {
                    int x = theme.style[origins[i]].colour, y = theme.style[origins[k]].colour;
                    if (difference(x, y, eyes[eye]) < wanted[b].difference)
                        fail_msg("background %d, eye %d: %d and %d differ by %.1f", b, eye, x, y,
                                 difference(x, y, eyes[eye]));
                }
    }
}

static void palettes_hold(void **state)
{
    static const int counts[] = {0, 2, 8, 16, 88, 256, 1 << 24};
    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        for (int b = 0; b < BACKGROUND_COUNT; b++) {
            struct theme theme;
            theme_choose(&theme, counts[i], (enum background)b, false);
            assert_int_equal(theme.coloured, counts[i] >= 8);
            for (int role = 0; role < ROLE_COUNT; role++) {
                assert_true(theme.style[role].colour < (counts[i] < 256 ? counts[i] : 256));
                assert_true(theme.style[role].colour >= COLOUR_DEFAULT);
                assert_int_equal(theme.style[role].look & ~LOOK_ALL, 0);
            }
        }
    }
}

/* Without colour the origins still differ from each other, and what calls for attention from the
 * rest. */
static void plain_is_enough(void **state)
{
    struct theme theme;
    static const enum role loud[] = {ROLE_BAD,   ROLE_WARN,   ROLE_CARET, ROLE_ESCAPE, ROLE_CHOSEN,
                                     ROLE_FOUND, ROLE_DIFFER, ROLE_FOCUS, ROLE_MARKED};
    (void)state;
    theme_choose(&theme, 256, BACKGROUND_DARK, true);
    for (int role = 0; role < ROLE_COUNT; role++)
        assert_int_equal(theme.style[role].colour, COLOUR_DEFAULT);
    for (int i = 0; i < 5; i++)
        for (int k = 0; k < i; k++)
            assert_true(theme.style[origins[i]].look != theme.style[origins[k]].look);
    for (size_t i = 0; i < sizeof loud / sizeof *loud; i++)
        assert_true(theme.style[loud[i]].look != 0);
}

static void backgrounds(void **state)
{
    static const struct {
        const char *value;
        enum background background;
    } rows[] = {
        {"15;0", BACKGROUND_DARK},          {"0;15", BACKGROUND_LIGHT},
        {"0;default;15", BACKGROUND_LIGHT}, {"12;8", BACKGROUND_DARK},
        {"0;7", BACKGROUND_LIGHT},          {"default;default", BACKGROUND_UNKNOWN},
        {"", BACKGROUND_UNKNOWN},           {"15", BACKGROUND_UNKNOWN},
        {"15;", BACKGROUND_UNKNOWN},        {"0;999", BACKGROUND_UNKNOWN},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(theme_background(slice_of(rows[i].value)), rows[i].background);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colours_can_be_read), cmocka_unit_test(origins_can_be_told_apart),
        cmocka_unit_test(palettes_hold),       cmocka_unit_test(plain_is_enough),
        cmocka_unit_test(backgrounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
