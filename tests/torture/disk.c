/* Stands between SQLite and the disk (LD_PRELOAD): notes each write to a session and its journal, and fails one.
   CLAP_NOTES: where writes are noted. CLAP_FAULT: the number of the call that fails (from 1); below zero, it is done,
   then said to have failed. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int calls, notes = -2;

static void note(char kind, int file, int64_t at, const void *data, int64_t size) {
    static ssize_t (*really)(int, const void *, size_t);
    if (!really) really = dlsym(RTLD_NEXT, "write");
    if (notes == -2) notes = getenv("CLAP_NOTES") ? open(getenv("CLAP_NOTES"), O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    if (notes < 0) return;
    char head[18] = {kind, (char)file};
    memcpy(head + 2, &at, 8), memcpy(head + 10, &size, 8);
    really(notes, head, 18);
    if (data) really(notes, data, size);
}

/* 0: none of ours; 1: a session; 2: its journal. */
static int which(int file) {
    char link[64], name[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t size = readlink(link, name, sizeof name - 1);
    if (size < 5) return 0;
    name[size] = 0;
    return strcmp(name + size - 5, ".clap") == 0 ? 1 : strstr(name, ".clap-journal") ? 2 : 0;
}

/* 1: fails before; 2: is done, then fails. */
static int fails(void) {
    const char *told = getenv("CLAP_FAULT");
    int at = told ? atoi(told) : 0;
    calls++;
    return at == calls ? 1 : at == -calls ? 2 : 0;
}

#define STEP(kind, file, at, data, size, name, call, type, ...)                  \
    static type (*really)(__VA_ARGS__);                                          \
    if (!really) really = dlsym(RTLD_NEXT, name);                                \
    int ours = which(file);                                                      \
    if (!ours) return call;                                                      \
    int fate = fails();                                                          \
    if (fate == 1) { errno = EIO; return -1; }                                   \
    type done = call;                                                            \
    note(kind, ours, at, data, size);                                            \
    if (fate == 2) { errno = EIO; return -1; }                                   \
    return done;

ssize_t pwrite64(int file, const void *data, size_t size, off64_t at) {
    STEP('w', file, at, data, size, "pwrite64", really(file, data, size, at), ssize_t, int, const void *, size_t, off64_t)
}
ssize_t pwrite(int file, const void *data, size_t size, off_t at) {
    STEP('w', file, at, data, size, "pwrite64", really(file, data, size, at), ssize_t, int, const void *, size_t, off_t)
}
int ftruncate64(int file, off64_t size) { STEP('t', file, size, NULL, 0, "ftruncate64", really(file, size), int, int, off64_t) }
int ftruncate(int file, off_t size) { STEP('t', file, size, NULL, 0, "ftruncate64", really(file, size), int, int, off_t) }
int fsync(int file) { STEP('s', file, 0, NULL, 0, "fsync", really(file), int, int) }
int fdatasync(int file) { STEP('s', file, 0, NULL, 0, "fdatasync", really(file), int, int) }
