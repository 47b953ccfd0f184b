/* Loaded before a program, it counts how often the program waits for the disk: each time a file that others read grows by
   one byte. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static void count(void) {
    const char *name = getenv("ATOUT_PROVE_SYNCS");
    int file = name ? open(name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600) : -1;
    if (file >= 0) {
        (void)!write(file, ".", 1);
        close(file);
    }
}

int fsync(int file) { count(); return (int)syscall(SYS_fsync, file); }
int fdatasync(int file) { count(); return (int)syscall(SYS_fdatasync, file); }
