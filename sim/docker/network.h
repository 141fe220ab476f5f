/* --network: a name or fields, and what kind of network a name means. */
#ifndef SIM_DOCKER_NETWORK_H
#define SIM_DOCKER_NETWORK_H

#include "sim/ground/arena.h"
#include "sim/ground/slice.h"

#include <stdbool.h>

struct network {
    struct slice name;
    bool aliases, link_local_ips; /* given as fields */
    struct slice ip, ip6, mac;    /* empty: not given */
};

/* Reads the value of --network. False with *message in the client's words. */
bool network_read(struct arena *arena, struct slice text, struct network *network,
                  struct slice *message);

/* Whether a network of that name was made by a user: it is none of default, bridge, host, none and
 * container:NAME. */
bool network_is_user_defined(struct slice name);

/* --add-host NAME:IP or NAME=IP; false with *message. */
bool add_host_read(struct arena *arena, struct slice text, struct slice *message);

/* --dns-search: a domain or "."; false when it is none. */
bool is_search_domain(struct slice text);

#endif
