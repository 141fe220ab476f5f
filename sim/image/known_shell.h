/* The shells that /bin/sh can be in a known image. */
#ifndef SIM_IMAGE_KNOWN_SHELL_H
#define SIM_IMAGE_KNOWN_SHELL_H

/* What /bin/sh is in an image, where its name or tag says which distribution it stands on. */
enum known_shell {
    KNOWN_SHELL_UNKNOWN,
    KNOWN_SHELL_DASH,
    KNOWN_SHELL_BASH,
    KNOWN_SHELL_ASH,
    KNOWN_SHELL_NONE
};

#endif
