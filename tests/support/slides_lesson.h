/* A lesson for the tests of slides: every kind of slide, on few lines. */
#ifndef TESTS_SUPPORT_SLIDES_LESSON_H
#define TESTS_SUPPORT_SLIDES_LESSON_H

/* Prose, a figure, an example, and exercises of several kinds. */
extern const char slides_lesson[];

/* Control characters, escape sequences, bad bytes and invisible runes wherever text may stand. */
extern const char slides_hostile[];

#endif
