/* In: a size. Out: both ends of a pseudo terminal. See pty.h. */
#include "app/ground/pty.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

bool pty_open(struct pty *pty, unsigned short rows, unsigned short cols, int fd)
{
    struct winsize size = {.ws_row = rows, .ws_col = cols};
    struct termios modes;
    pty->slave = -1;
    pty->master = posix_openpt(O_RDWR | O_NOCTTY);
    if (pty->master < 0)
        return false;
    fcntl(pty->master, F_SETFD, FD_CLOEXEC);
    const char *name =
        grantpt(pty->master) == 0 && unlockpt(pty->master) == 0 ? ptsname(pty->master) : NULL;
    if (name)
        pty->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (pty->slave < 0 || ioctl(pty->slave, TIOCSWINSZ, &size) < 0) {
        pty_close(pty);
        return false;
    }
    if (tcgetattr(fd, &modes) == 0)
        tcsetattr(pty->slave, TCSANOW, &modes);
    return true;
}

void pty_close(struct pty *pty)
{
    if (pty->slave >= 0)
        close(pty->slave);
    if (pty->master >= 0)
        close(pty->master);
    pty->slave = pty->master = -1;
}
