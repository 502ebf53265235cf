#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* An arena for one parse: blocks that are filled from front to back and freed together. The library makes about ten allocations for each
   line of a list. With malloc for each, linting the 1 MB list takes 15 % more CPU time. */
typedef struct ccmark_block {
  struct ccmark_block *next;
} ccmark_block;

typedef struct ccmark_arena {
  struct ccmark_arena *outer;
  ccmark_block *blocks;
  char *position;
  char *end;
  /* The size of the next block, unless an allocation needs more. */
  size_t block_size;
  /* Free lists of small allocations, by their size in units; each begins with the address of the next. */
  void *free[64];
} ccmark_arena;

enum { ccmark_block_size = 64 * 1024, ccmark_unit = 16, ccmark_classes = 64, ccmark_large_page = 2 * 1024 * 1024 };

/* The library's callbacks have no context, so they use the innermost open arena of the thread.
   A variable in a function, because Swift's compiler emits no other variables of a header. */
static inline ccmark_arena **ccmark_open_arena(void) {
  static _Thread_local ccmark_arena *arena;
  return &arena;
}

/* A block of at least so many bytes; rounds the size up. A large one gets large pages: a page fault of 4 KiB takes as long as parsing 4 KiB.
   Aborts without memory, as the library's own allocator does. Source: madvise(2). */
static inline ccmark_block *ccmark_new_block(size_t *size) {
  void *block = NULL;
#ifdef MADV_HUGEPAGE
  if (*size >= ccmark_large_page / 2) {
    *size = (*size + ccmark_large_page - 1) & ~(size_t)(ccmark_large_page - 1);
    if (posix_memalign(&block, ccmark_large_page, *size)) abort();
    madvise(block, *size, MADV_HUGEPAGE);
    return block;
  }
#endif
  block = malloc(*size);
  if (!block) abort();
  return block;
}

/* Allocates memory; the unit before it has its size. */
static inline char *ccmark_allocate(size_t size) {
  ccmark_arena *arena = *ccmark_open_arena();
  if (size > SIZE_MAX / 2) abort();
  size_t total = (size + 2 * ccmark_unit - 1) & ~(size_t)(ccmark_unit - 1);
  size_t units = total / ccmark_unit;
  if (units > 1 && units < ccmark_classes && arena->free[units]) {
    void *piece = arena->free[units];
    memcpy(&arena->free[units], piece, sizeof(void *));
    return piece;
  }
  if (total > (size_t)(arena->end - arena->position)) {
    int is_large = total + ccmark_unit > arena->block_size;
    size_t wanted = is_large ? total + ccmark_unit : arena->block_size;
    ccmark_block *block = ccmark_new_block(&wanted);
    if (is_large && arena->blocks) {
      /* A large allocation has a separate block, so that the rest of the open one stays in use. */
      block->next = arena->blocks->next;
      arena->blocks->next = block;
      *(size_t *)((char *)block + ccmark_unit) = total - ccmark_unit;
      return (char *)block + 2 * ccmark_unit;
    }
    block->next = arena->blocks;
    arena->blocks = block;
    arena->position = (char *)block + ccmark_unit;
    arena->end = (char *)block + wanted;
    arena->block_size = ccmark_block_size;
  }
  char *piece = arena->position;
  arena->position += total;
  *(size_t *)piece = total - ccmark_unit;
  return piece + ccmark_unit;
}

static inline void *ccmark_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(ccmark_allocate(count * size), 0, count * size);
}

/* Takes back the last allocation, or puts a small one on its free list; others stay until the arena is closed. */
static void ccmark_free(void *pointer) {
  if (!pointer) return;
  char *piece = pointer;
  size_t size = *(size_t *)(piece - ccmark_unit);
  ccmark_arena *arena = *ccmark_open_arena();
  size_t units = size / ccmark_unit + 1;
  if (piece + size == arena->position) {
    arena->position = piece - ccmark_unit;
  } else if (units > 1 && units < ccmark_classes) {
    memcpy(piece, &arena->free[units], sizeof(void *));
    arena->free[units] = piece;
  }
}

static void *ccmark_realloc(void *pointer, size_t size) {
  if (!pointer) return ccmark_allocate(size);
  char *piece = pointer;
  size_t old = *(size_t *)(piece - ccmark_unit);
  if (size <= old) return pointer;
  if (piece + old == (*ccmark_open_arena())->position) {
    ccmark_free(pointer);
    char *result = ccmark_allocate(size);
    if (result != piece) memcpy(result, piece, old);
    return result;
  }
  char *result = ccmark_allocate(size);
  memcpy(result, piece, old);
  ccmark_free(pointer);
  return result;
}

static cmark_mem ccmark_memory = {ccmark_calloc, ccmark_realloc, ccmark_free};

/* Opens an arena for parsing a text of so many bytes on this thread; close it on the same thread, before arenas opened earlier.
   A tree takes about twelve times its text, seldom sixteen times. The first block has room for that: untouched memory costs nothing, while
   many small blocks would go back to the system one by one. */
static inline ccmark_arena *ccmark_arena_open(size_t length) {
  ccmark_arena *arena = calloc(1, sizeof *arena);
  if (!arena) return NULL;
  arena->block_size = 16 * length + ccmark_block_size;
  arena->outer = *ccmark_open_arena();
  *ccmark_open_arena() = arena;
  return arena;
}

/* Frees all allocations since the arena was opened. */
static inline void ccmark_arena_close(ccmark_arena *arena) {
  *ccmark_open_arena() = arena->outer;
  for (ccmark_block *block = arena->blocks, *next; block; block = next) {
    next = block->next;
    free(block);
  }
  free(arena);
}

/* A parser that allocates from the open arena. */
static inline cmark_parser *ccmark_parser_new(int options) {
  return cmark_parser_new_with_mem(options, &ccmark_memory);
}

static inline size_t ccmark_length(const char *text) { return strlen(text); }
