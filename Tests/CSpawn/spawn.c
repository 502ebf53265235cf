#define _GNU_SOURCE
#include "CSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

int cspawn_start(
  pid_t *id, const char *program, char *const arguments[], char *const environment[], const char *folder, int input, int output,
  int errors) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int code = posix_spawn_file_actions_init(&actions);
  if (code) return code;
  code = posix_spawnattr_init(&attributes);
  if (code) {
    posix_spawn_file_actions_destroy(&actions);
    return code;
  }
  /* The threads of tests have most signals blocked, and may ignore some; a child inherits that. */
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
  code = posix_spawn_file_actions_adddup2(&actions, input, 0);
  if (!code) code = posix_spawn_file_actions_adddup2(&actions, output, 1);
  if (!code) code = posix_spawn_file_actions_adddup2(&actions, errors, 2);
  if (!code && folder) code = posix_spawn_file_actions_addchdir_np(&actions, folder);
#ifdef __APPLE__
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#else
  if (!code) code = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
  posix_spawnattr_setflags(&attributes, flags);
  if (!code) code = posix_spawn(id, program, &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return code;
}

int cspawn_open_terminal(int columns, int *master, int *slave) {
  *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*master < 0) return errno;
  /* Tests run at the same time. */
  char name[128];
  int isNamed = !grantpt(*master) && !unlockpt(*master) && !ptsname_r(*master, name, sizeof name);
  *slave = isNamed ? open(name, O_RDWR | O_NOCTTY | O_CLOEXEC) : -1;
  struct winsize size = {.ws_row = 24, .ws_col = (unsigned short)columns};
  if (*slave >= 0 && !ioctl(*slave, TIOCSWINSZ, &size)) return 0;
  int code = errno;
  close(*master);
  return code;
}
