/* What the files of the walk share. See walk.h; walk_move.c goes, and calls the others. */
#ifndef APP_COURSE_WALK_INSIDE_H
#define APP_COURSE_WALK_INSIDE_H

#include "app/course/walk.h"

/* ---- walk_place.c: arriving somewhere. What one goes along is set before. */

/* Opens the exercise at a place: STEPPED or UNUSABLE. */
enum walk_step walk_enter(struct walk *walk, struct course_place place, int64_t now);

/* Opens the page of a lesson, along which one goes from now on. */
enum walk_step walk_enter_page(struct walk *walk, size_t lesson);

/* Home, whatever was there. */
void walk_enter_home(struct walk *walk);

/* The id of an exercise of the course. */
struct slice walk_id(struct walk *walk, struct course_place place);

/* ---- walk_path.c: the order within a lesson, its core first */

/* The exercise that a page leads to, its length when there is none. */
size_t walk_path_first(const struct walk_known *known, const struct outline *outline);

/* The exercise behind another one, by 1, the length when that was the last; or the one in front of
 * it, by -1, SIZE_MAX when that was the first. */
size_t walk_path_next(const struct walk_known *known, const struct outline *outline, size_t from,
                      int by);

/* ---- walk_detour.c */

/* Opens the question that walk_detours found; and goes back to where one came from. */
enum walk_step walk_detour_enter(struct walk *walk, int64_t now);

/* Records of all exercises, in the scratch arena, which is reset. */
void walk_know(struct walk *walk, struct walk_known *known);

/* ---- walk_plan.c */

/* Reads the plan of a setup; false, with faults, for a bad one: then there is none. */
bool walk_plan_read(struct walk *walk, const struct walk_setup *setup);

/* Goes along the plan from one of its exercises. */
enum walk_step walk_plan_enter(struct walk *walk, size_t index, int64_t now);

/* The index of a place in the plan, its length where it is not in it. */
size_t walk_plan_index(const struct walk *walk, struct course_place place);

/* The first exercise of the plan that was not passed, its length when all were. */
size_t walk_plan_first(const struct walk *walk, const struct walk_known *known);

/* Whether the plan lets one go to an exercise. */
bool walk_plan_allows(struct walk *walk, struct course_place place);

/* Whether the plan lets one go on from the exercise at hand. */
bool walk_plan_leaves(const struct walk *walk);

/* ---- walk_start.c */

/* Opens the first of the questions, whatever was answered. */
enum walk_step walk_start_again(struct walk *walk, int64_t now);

#endif
