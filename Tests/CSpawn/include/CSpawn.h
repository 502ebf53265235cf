#pragma once
#include <sys/types.h>

/* Starts a program with these three open files and no others, in a folder (NULL for this process's own), with no signal blocked or
   ignored. Gives 0, or the number of the system's error. In C, because Swift's view of glibc has no function that ends with `_np`. */
int cspawn_start(
  pid_t *id, const char *program, char *const arguments[], char *const environment[], const char *folder, int input, int output,
  int errors);

/* Opens a pseudo-terminal of so many columns; returns 0 or an error number. */
int cspawn_open_terminal(int columns, int *master, int *slave);
