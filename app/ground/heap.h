/* The memory of the system behind the simulator's arenas. */
#ifndef APP_GROUND_HEAP_H
#define APP_GROUND_HEAP_H

#include "sim/sim.h"

/* malloc and free. Every arena of the program is made of it: arena_init(&arena, &heap). */
extern const struct memory heap;

#endif
