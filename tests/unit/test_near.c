/* Edit distances and the nearest candidate. */
#include "tests/unit/unit.h"

#include "sim/ground/near.h"

static const struct {
    struct slice a, b;
    size_t limit, distance;
} distances[] = {
    {S_INIT("CMD"), S_INIT("CMD"), 3, 0},
    {S_INIT(""), S_INIT("ab"), 3, 2},
    {S_INIT("ab"), S_INIT(""), 3, 2},
    {S_INIT("CDM"), S_INIT("CMD"), 3, 2},
    {S_INIT("kitten"), S_INIT("sitting"), 8, 3},
    {S_INIT("kitten"), S_INIT("sitting"), 3, 3},
    {S_INIT("ENTRYPOI"), S_INIT("ENTRYPOINT"), 3, 2},
    {S_INIT("ENTRYPO"), S_INIT("ENTRYPOINT"), 3, 3},
    {S_INIT("abcdef"), S_INIT("bcdefg"), 4, 2},
    {S_INIT("\xEF\xBB\xBF"
            "CMD"),
     S_INIT("CMD"), 3, 1}, /* runes, not bytes */
    {S_INIT("C\xFF\xFFMD"), S_INIT("CMD"), 3, 2},
    {S_INIT("x"), S_INIT("y"), 1, 1},
};

static void distance_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof distances / sizeof *distances; i++) {
        assert_int_equal(edit_distance(distances[i].a, distances[i].b, distances[i].limit),
                         distances[i].distance);
        assert_int_equal(edit_distance(distances[i].b, distances[i].a, distances[i].limit),
                         distances[i].distance);
    }
}

static const struct slice candidates[] = {
    S_INIT("ADD"), S_INIT("CMD"), S_INIT("COPY"), S_INIT("ENV"), S_INIT("RUN"),
};

static const struct {
    struct slice word;
    bool fold;
    struct slice nearest;
} words[] = {
    {S_INIT("RUNN"), false, S_INIT("RUN")},
    {S_INIT("runn"), false, S_INIT("")},
    {S_INIT("runn"), true, S_INIT("RUN")},
    {S_INIT("CDM"), true, S_INIT("ADD")}, /* the first of ADD and CMD */
    {S_INIT("RUN"), false, S_INIT("")},   /* it is one */
    {S_INIT("run"), true, S_INIT("")},
    {S_INIT("HEALTH"), true, S_INIT("")},
};

static void nearest_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_slice(words[i].word.at,
                     nearest(words[i].word, candidates, sizeof candidates / sizeof *candidates,
                             words[i].fold),
                     words[i].nearest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distance_rows),
        cmocka_unit_test(nearest_rows),
    };
    return cmocka_run_group_tests_name("near", tests, NULL, NULL);
}
