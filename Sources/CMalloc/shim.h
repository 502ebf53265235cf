#pragma once
#include <stdint.h>
#include <stdlib.h>
#ifdef __linux__
#include <malloc.h>
#include <sys/mman.h>
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

/* Asks the system for large pages where the calling thread's memory is, which is worth it for work that takes megabytes: a page of 4 KiB
   costs as much time as parsing one. glibc has the memory of a thread in an area of 64 MiB that begins at a multiple of that
   (malloc/arena.c); elsewhere the advice is about what happens to be there, and does nothing but cost or save time. Source: madvise(2). */
static inline void cmalloc_prefer_large_pages(void) {
#if defined(__GLIBC__) && UINTPTR_MAX > UINT32_MAX
  const uintptr_t area = 64 << 20;
  /* So large that it is the thread's own, and not one that another thread has taken before. */
  void *piece = malloc(1 << 16);
  if (!piece) return;
  madvise((void *)((uintptr_t)piece & ~(area - 1)), area, MADV_HUGEPAGE);
  free(piece);
#endif
}
