# pairing: what a Dockerfile and a docker run line would execute.
#
#   make            builds build/pairing
#   make run        builds it and starts it
#   make test       builds it and runs every test
# Both install what building and testing need when something is missing. The other targets:
#   make deps deps-dev       what building and testing need; what lint, fuzz and valgrind need
#   make asan valgrind fuzz  the tests under the sanitizers, valgrind, and libFuzzer
#   make lint format         clang-format and clang-tidy; clang-format alone, in place
#   make bench stats         what an answer costs; what the code is like
#   make man install clean   PREFIX=/usr/local, DESTDIR=
# Variables: CC, BUILD (where things go), SHARED=1 (link the libraries dynamically),
# CORPUS=DIR (more recorded cases for make test), STRICT=1 or CI=true (nothing may be skipped).

BUILD  ?= build
CC     := $(if $(filter default undefined,$(origin CC)),cc,$(CC))
PREFIX ?= /usr/local
JOBS   ?= $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
MAKEFLAGS += --no-builtin-rules --no-print-directory
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(JOBS)
endif
.DELETE_ON_ERROR:
.DEFAULT_GOAL := build

# ---- What is compiled: every .c of a folder; a folder that is not there yet adds nothing.
SIM_C  := $(wildcard sim/*.c sim/*/*.c)
APP_C  := $(filter-out app/main.c,$(wildcard app/*.c app/*/*.c))
TEST_C := $(wildcard tests/unit/test_*.c tests/property/test_*.c)
C_FILES := $(wildcard sim/*.[ch] sim/*/*.[ch] app/*.[ch] app/*/*.[ch] tests/*/*.[ch])

SIM_O := $(SIM_C:%.c=$(BUILD)/%.o)
APP_O := $(APP_C:%.c=$(BUILD)/%.o)
TESTS := $(TEST_C:%.c=$(BUILD)/%)

# ---- How. Warnings are errors, with gcc and with clang.
WARNINGS := -Wall -Wextra -Wpedantic -Werror \
    -Wshadow -Wconversion -Wcast-qual -Wpointer-arith -Wwrite-strings -Wvla -Wundef \
    -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition -Wredundant-decls \
    -Wformat=2 -Wimplicit-fallthrough -Wdouble-promotion -Wno-missing-field-initializers
OPTIMISE := -O2 -g -fno-strict-overflow
# A program at a fixed address without unused functions starts faster: no relocation, less to map.
ifeq ($(shell uname -s),Linux)
OPTIMISE += -fno-pie -ffunction-sections -fdata-sections
LINK     := -no-pie -Wl,--gc-sections -Wl,-O1 -Wl,--as-needed -Wl,-z,noseparate-code
endif
# SANITIZE=address,undefined builds the same with checks; used by the targets below.
ifdef SANITIZE
OPTIMISE := -O1 -g -fno-omit-frame-pointer -fsanitize=$(SANITIZE) -fno-sanitize-recover=undefined
LINK     := -fsanitize=$(SANITIZE)
SHARED   := 1
endif
# The simulator is many short functions on small structs: with more of them inlined, and structs
# cleared by libc instead of gcc's rep stos, an answer costs a tenth less. clang knows the first flag.
ifndef SANITIZE
$(SIM_O): OPTIMISE += $(foreach flag,\
    -finline-functions -finline-limit=300 -mmemset-strategy=libcall:-1:noalign,\
    $(shell $(CC) -Werror $(flag) -fsyntax-only -x c /dev/null 2>/dev/null && echo $(flag)))
endif
STANDARD := -std=c17 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -I.
COMPILE = $(CC) $(STANDARD) $(OPTIMISE) $(WARNINGS) $(MODULE_CFLAGS) $(CPPFLAGS) $(CFLAGS)

# ---- Libraries: .ci/deps has a row for each and lists those whose header app/ includes. They are
# linked from their static archives where there are any; what belongs to libc stays dynamic, libm
# last. So one file runs anywhere, and starts fast. What an archive names and the machine does not
# have (zlib, for sqlite's own tools) is left out.
PKG_CONFIG ?= pkg-config
MODULES       := $(shell sh .ci/deps modules app)
MODULE_CFLAGS := $(if $(MODULES),$(filter-out -D_XOPEN_SOURCE=%, \
    $(shell $(PKG_CONFIG) --cflags $(MODULES) 2>/dev/null)))
ifdef SHARED
LIBS := $(if $(MODULES),$(shell $(PKG_CONFIG) --libs $(MODULES) 2>/dev/null)) -lm
else
WANTED  := $(if $(MODULES),$(shell $(PKG_CONFIG) --static --libs $(MODULES) 2>/dev/null))
OF_LIBC := -lc -lm -ldl -lpthread -lrt
DIRS    := $(patsubst -L%,%,$(filter -L%,$(WANTED)))
archive  = $(firstword $(wildcard $(DIRS:%=%/lib$(1).a)) \
    $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a)) \
    $(if $(filter /%,$(shell $(CC) -print-file-name=lib$(1).so)),-l$(1)))
LIBS    := $(filter-out -l%,$(WANTED)) \
    $(foreach l,$(filter-out $(OF_LIBC),$(filter -l%,$(WANTED))),$(call archive,$(l:-l%=%))) \
    $(filter-out -lm,$(filter $(OF_LIBC),$(WANTED))) -lm
endif
JANSSON = $(shell $(PKG_CONFIG) --libs jansson)
CMOCKA  = $(shell $(PKG_CONFIG) --libs cmocka)

# ---- What is missing here is installed first, then make starts again. `make` alone only says so.
MISSING := $(if $(filter clean deps deps-dev format stats,$(MAKECMDGOALS)),,$(shell sh .ci/deps missing))
ifneq ($(MISSING),)
ifdef INSTALLED
$(error still missing after make deps: $(MISSING))
endif
.PHONY: build run test
build:
	@echo "missing: $(MISSING); make deps installs it" >&2; exit 1
run test:
	@sh .ci/deps install
	@exec $(MAKE) INSTALLED=1 $@
else

# ---- Build
.PHONY: build run man install
build: $(BUILD)/pairing

$(BUILD)/pairing: $(BUILD)/app/main.o $(BUILD)/libapp.a $(BUILD)/libsim.a
	@echo "  link $@"
	@$(CC) $(OPTIMISE) $(LINK) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/libsim.a: $(SIM_O)
$(BUILD)/libapp.a: $(APP_O) $(BUILD)/lessons.o
%.a:
	@mkdir -p $(@D) && rm -f $@
	@ar qcs $@ $^

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo "  cc $<"
	@$(COMPILE) -MMD -MP -c -o $@ $<

# The lessons are inside of the program: their bytes as a C table.
LESSONS := $(filter-out lessons/README.md,$(sort $(wildcard lessons/*.md)))
$(BUILD)/lessons.o: $(BUILD)/lessons.c Makefile
	@$(COMPILE) -c -o $@ $<
$(BUILD)/lessons.c: $(BUILD)/embed $(LESSONS) lessons
	@$(BUILD)/embed $(LESSONS) > $@
$(BUILD)/embed: lessons/embed.c Makefile
	@mkdir -p $(@D)
	@$(CC) -O1 -o $@ $<

# In a terminal the program itself; without one the answer to the first example of README.
run: build
	@if [ -t 0 ] && [ -t 1 ]; then exec $(BUILD)/pairing; \
	else exec $(BUILD)/pairing -f tests/examples/shop/Dockerfile docker run shop migrate --fake; fi

# The manual page is printed by the program, from its own table of options.
man: $(BUILD)/pairing.1
$(BUILD)/pairing.1: $(BUILD)/pairing
	@$(BUILD)/pairing --man > $@

install: build man
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m 755 $(BUILD)/pairing "$(DESTDIR)$(PREFIX)/bin/pairing"
	install -m 644 $(BUILD)/pairing.1 "$(DESTDIR)$(PREFIX)/share/man/man1/pairing.1"

# ---- Tests. tests/run runs the parts in order and adds up what they count.
.PHONY: test unit lesson learn screen golden corpus program terminal repl walls examples fuzz fuzz-build bench bench-counted asan valgrind
PARTS   ?= walls unit lesson learn screen corpus program terminal repl examples fuzz
SUPPORT := $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/support/*.c))
CORPUS_RUN := $(BUILD)/tests/corpus/run_corpus
SCREENS := $(BUILD)/tests/screen/screens
LIBSIM  := $(BUILD)/libapp.a $(BUILD)/libsim.a

test: $(BUILD)/pairing $(TESTS) $(SCREENS) $(CORPUS_RUN) fuzz-build
	@BUILD=$(BUILD) MAKE="$(MAKE)" sh tests/run $(PARTS)

# What may include what, what the simulator may need and hold.
walls: $(BUILD)/libsim.a
	@sh tests/walls/run $(BUILD)

# A cmocka program for every tests/unit/test_*.c and tests/property/test_*.c.
unit: $(TESTS)
	@sh tests/unit/run $(TESTS)

# A test of a lack of memory has allocations of its own.
$(BUILD)/tests/unit/test_shortage: LINK += -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc
$(TESTS): $(BUILD)/%: $(BUILD)/%.o $(SUPPORT) $(LIBSIM)
	@$(CC) $(OPTIMISE) $(LINK) -o $@ $^ $(LIBS) $(CMOCKA)

# Screens as text, painted in process; golden writes them anew, and git diff shows what changed.
screen: $(SCREENS)
	@$(SCREENS) tests/screen/golden
golden: $(SCREENS)
	@GENERATE=1 $(SCREENS) tests/screen/golden

$(SCREENS): $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/screen/*.c)) $(SUPPORT) $(LIBSIM)
	@$(CC) $(OPTIMISE) $(LINK) -o $@ $^ $(LIBS)

# The course, proved by the program itself; and lessons that it must refuse.
lesson: $(BUILD)/pairing
	@sh tests/lesson/run $(BUILD)/pairing

# The course through a pipe, and what is kept of it.
learn: $(BUILD)/pairing
	@sh tests/learn/run $(BUILD)

# The recorded cases: what the real tools did, through build/pairing batch.
corpus: $(BUILD)/pairing $(CORPUS_RUN)
	@$(CORPUS_RUN) --program $(BUILD)/pairing tests/corpus $(CORPUS)

$(CORPUS_RUN): $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/corpus/*.c))
	@$(CC) $(OPTIMISE) $(LINK) -o $@ $^ $(JANSSON)

# Odd files, odd requests, streams that end early.
program: build
	@sh tests/program/run $(BUILD)

# Sessions in a real terminal, under tmux; GENERATE=1 writes their golden screens anew.
terminal: $(BUILD)/pairing
	@sh tests/terminal/run $(BUILD)

# Line mode: what is typed and what it answers.
repl: build
	@sh tests/repl/run $(BUILD)

# What the documents show is what the program prints.
examples: build
	@sh tests/examples/run $(BUILD) README.md CONTRIBUTING.md

# Fuzzing: with clang for FUZZ_SECONDS a target; without it the targets replay their first inputs, which
# are made from the recorded cases, and what is kept in tests/fuzz/kept.
FUZZ_SECONDS ?= 3
ifneq ($(shell command -v clang),)
FUZZ  := build/fuzz
# clang's check of pointers minds null + 0, an empty slice; gcc's in `make asan` does not.
FUZZ_MAKE := $(MAKE) BUILD=$(FUZZ) CC=clang SANITIZE=fuzzer-no-link,address,undefined \
    CFLAGS=-fno-sanitize=pointer-overflow LINK=-fsanitize=fuzzer,address,undefined
else
FUZZ  := build/fuzz-gcc
FUZZ_MAKE := $(MAKE) BUILD=$(FUZZ) SANITIZE=address,undefined REPLAY=$(FUZZ)/tests/fuzz/replay.o
endif
FUZZERS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/fuzz_*.c))

fuzz: fuzz-build
	@sh tests/fuzz/run $(FUZZ) build/seeds $(FUZZ_SECONDS) $(patsubst $(BUILD)/%,$(FUZZ)/%,$(FUZZERS))

fuzz-build: $(BUILD)/tests/fuzz/seeds
	@$(BUILD)/tests/fuzz/seeds build/seeds tests/corpus
	@mkdir -p build/seeds/lesson && cp lessons/*.md build/seeds/lesson && cp tests/lesson/bad/1*.md build/seeds/lesson
	@mkdir -p build/seeds/progress && cp tests/learn/*.json lessons/0*.md build/seeds/progress
	+@$(FUZZ_MAKE) fuzzers

.PHONY: fuzzers
fuzzers: $(FUZZERS)
$(FUZZERS): $(BUILD)/%: $(BUILD)/%.o $(SUPPORT) $(LIBSIM) $(REPLAY)
	@$(CC) $(OPTIMISE) $(LINK) -o $@ $^ $(LIBS)

$(BUILD)/tests/fuzz/seeds: $(BUILD)/tests/fuzz/seeds.o
	@$(CC) $(OPTIMISE) $(LINK) -o $@ $^ $(JANSSON)

# What an answer costs; bench-counted only what is the same on every machine.
MEASURE := $(BUILD)/tests/bench/measure.o
bench: build $(BUILD)/tests/bench/bench $(BUILD)/tests/bench/learn $(BUILD)/tests/bench/start $(BUILD)/tests/bench/screen
	@sh tests/bench/run $(BUILD)
bench-counted: build $(BUILD)/tests/bench/bench $(BUILD)/tests/bench/learn
	@sh tests/bench/run $(BUILD) counted

$(BUILD)/tests/bench/bench: $(BUILD)/tests/bench/bench.o $(BUILD)/tests/bench/inputs.o $(MEASURE) $(SUPPORT) $(LIBSIM)
	@$(CC) $(OPTIMISE) $(LINK) -o $@ $^ $(LIBS)
$(BUILD)/tests/bench/learn: $(BUILD)/tests/bench/learn.o $(BUILD)/tests/bench/learn_files.o $(MEASURE) $(LIBSIM)
	@$(CC) $(OPTIMISE) $(LINK) -o $@ $^ $(LIBS)
$(BUILD)/tests/bench/start $(BUILD)/tests/bench/screen: $(BUILD)/%: $(BUILD)/%.o $(MEASURE)
	@$(CC) $(OPTIMISE) $(LINK) -o $@ $^

# The same tests, looked at more closely.
asan:
	@$(MAKE) BUILD=build/asan SANITIZE=address,undefined unit corpus
valgrind: build $(TESTS)
	@sh tests/valgrind $(BUILD) $(TESTS)

# ---- The code itself
.PHONY: lint format
lint:
	@FLAGS="$(STANDARD) $(MODULE_CFLAGS)" sh tests/lint $(JOBS) $(C_FILES)
format:
	@clang-format -i $(C_FILES)

endif

# Function and file lengths, comments, arrows between files.
.PHONY: stats
stats:
	@sh tests/stats/run

.PHONY: deps deps-dev clean
deps:
	@sh .ci/deps install
deps-dev:
	@sh .ci/deps install dev

clean:
	rm -rf $(BUILD)

-include $(wildcard $(BUILD)/*/*.d $(BUILD)/*/*/*.d)
