/* Images of an exercise: the one that a line asks about as a Dockerfile by itself, and what is
 * wanted of user, directory and environment. */
#include "tests/unit/unit.h"

#include "app/course/check.h"
#include "app/course/scene.h"

/* web stands on base, shop on web; win has a directive. */
static void add_images(struct arena *arena, struct scene_images *images)
{
    scene_add(arena, images, S("web"), S("FROM base\nENTRYPOINT [\"g\"]\nCMD [\"a b\"]\n"));
    scene_add(arena, images, S("shop"), S("FROM web\nCMD [\"c\"]"));
    scene_add(arena, images, S("win"),
              S("# escape=`\nFROM base\nENTRYPOINT [\"cmd\", `\n \"/C\"]"));
}

static const struct {
    const char *given, *lines, *run, *alone;
} alone[] = {
    {"", "CMD [\"x\"]", "docker run own", "FROM base\nCMD [\"x\"]"},
    {"FROM web\n", "CMD [\"x\"]", "docker run own",
     "FROM base AS web\nENTRYPOINT [\"g\"]\nCMD [\"a b\"]\n\nFROM web\nCMD [\"x\"]"},
    {"FROM shop\n", "", "docker run own x",
     "FROM base AS web\nENTRYPOINT [\"g\"]\nCMD [\"a b\"]\n\nFROM web AS shop\nCMD [\"c\"]\n\n"
     "FROM shop"},
    {"FROM shop\n", "", "docker run web", "FROM base\nENTRYPOINT [\"g\"]\nCMD [\"a b\"]"},
    {"FROM web\n", "", "docker run shop id",
     "FROM base AS web\nENTRYPOINT [\"g\"]\nCMD [\"a b\"]\n\nFROM web\nCMD [\"c\"]"},
    {"FROM win\n", "CMD [\"x\"]", "docker run own",
     "FROM base AS win\nENTRYPOINT [\"cmd\",\"/C\"]\n\nFROM win\nCMD [\"x\"]"},
};

static void stands_alone(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++) {
        struct scene_images images = {0};
        struct scene scene;
        add_images(arena, &images);
        scene_open(arena, &images, S("own"), slice_of(alone[i].given), slice_of(alone[i].lines),
                   &scene);
        assert_slice(alone[i].run, scene_alone(arena, &scene, slice_of(alone[i].run)),
                     slice_of(alone[i].alone));
    }
}

static void finds_files(void **state)
{
    struct arena *arena = *state;
    struct scene_images images = {0};
    add_images(arena, &images);
    assert_non_null(scene_file(&images, arena, S("shop")));
    assert_null(scene_file(&images, arena, S("base")));
    assert_null(scene_file(&images, arena, S("debian")));
}

static const struct {
    const char *lines, *check;
    bool holds;
    const char *got;
} settings[] = {
    {"USER 0", "docker run own => user = root", true, "0"},
    {"USER root:root", "docker run own => user = root", true, "root:root"},
    {"USER 0:5", "docker run own => user = root", false, "0:5"},
    {"USER app", "docker run own => user = root", false, "app"},
    {"USER app", "docker run own => user = app", true, "app"},
    {"WORKDIR /srv/", "docker run own => workdir = /srv", true, "/srv/"},
    {"WORKDIR /", "docker run own => workdir = /srv", false, "/"},
    {"ENV A=", "docker run own => env A = \"1\"", false, "A="},
    {"ENV A=1", "docker run own => env A = unset", false, "A=1"},
    {"ARG A=1", "docker run own => env A = \"1\"", false, "unset"},
};

static void wants_settings(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        struct faults faults = {.arena = arena};
        struct checks checks = {0};
        struct result result;
        struct scene scene;
        struct slice lines = TEXT(arena, S("CMD [\"x\"]\n"), slice_of(settings[i].lines));
        checks_read(arena, &faults, slice_of(settings[i].check), 1, false, false, &checks);
        assert_int_equal(checks.len, 1);
        scene_open(arena, NULL, S("own"), S(""), lines, &scene);
        check_try(arena, &checks.at[0], &scene, NULL, &result);
        if (result.holds != settings[i].holds)
            fail_msg("%s: holds %d", settings[i].lines, result.holds);
        assert_slice(settings[i].lines, result.got, slice_of(settings[i].got));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(stands_alone),
        unit_test_with_arena(finds_files),
        unit_test_with_arena(wants_settings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
