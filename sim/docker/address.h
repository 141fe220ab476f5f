/* Addresses as Go's package net reads them. */
#ifndef SIM_DOCKER_ADDRESS_H
#define SIM_DOCKER_ADDRESS_H

#include "sim/ground/slice.h"

#include <stdbool.h>

/* net.ParseIP: four decimal numbers without leading zeros, or IPv6 without a zone. */
bool is_ip(struct slice s);

/* net.ParseMAC, blanks around it ignored: 6, 8 or 20 bytes in pairs behind : or -, or in fours
 * behind dots. */
bool is_mac(struct slice s);

#endif
