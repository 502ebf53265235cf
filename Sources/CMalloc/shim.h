#pragma once
#include <stddef.h>
#ifdef __linux__
#include <malloc.h>
#endif

/* Sets how much more memory the C library asks of the system than is needed at the moment, and how much that is free it keeps, both in
   bytes; does nothing where the C library is not glibc, which has no other name for it. Source: mallopt(3). */
static inline void cmalloc_set_steps(int reserve, int kept) {
#ifdef __GLIBC__
  mallopt(M_TOP_PAD, reserve);
  mallopt(M_TRIM_THRESHOLD, kept);
  mallopt(M_MMAP_THRESHOLD, kept);
#endif
}
