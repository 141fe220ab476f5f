/* The public headers of the simulator, for app/. */
#ifndef SIM_SIM_H
#define SIM_SIM_H

#include "sim/docker/command.h"
#include "sim/docker/option.h"
#include "sim/dockerfile/execform.h"
#include "sim/ground/arena.h"
#include "sim/ground/buffer.h"
#include "sim/ground/failure.h"
#include "sim/ground/finding.h"
#include "sim/ground/host.h"
#include "sim/ground/names.h"
#include "sim/ground/near.h"
#include "sim/ground/origin.h"
#include "sim/ground/quote.h"
#include "sim/ground/rule.h"
#include "sim/ground/slice.h"
#include "sim/ground/utf8.h"
#include "sim/image/build.h"
#include "sim/image/config.h"
#include "sim/image/known.h"
#include "sim/image/tower.h"
#include "sim/pairing/belief.h"
#include "sim/pairing/grid.h"
#include "sim/pairing/notes.h"
#include "sim/pairing/outcome.h"
#include "sim/pairing/plan.h"
#include "sim/pairing/script.h"
#include "sim/pairing/split.h"
#include "sim/pairing/surface.h"
#include "sim/simulate.h"

#endif
