#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <stdlib.h>
#include <string.h>

/* Memory for one parse: blocks that are cut up from front to back and freed together. The library asks for some ten pieces of memory for
   each line of a list; taking and freeing each from the system costs a third of its time. */
typedef struct ccmark_block {
  struct ccmark_block *next;
  size_t size;
} ccmark_block;

typedef struct ccmark_arena {
  struct ccmark_arena *outer;
  ccmark_block *blocks;
  char *position;
  char *end;
  /* How large the next block is unless a piece needs more. */
  size_t block_size;
  /* Small pieces that were given back, by their size in units, each with the address of the next. */
  void *free[64];
} ccmark_arena;

enum { ccmark_block_size = 64 * 1024, ccmark_unit = 16, ccmark_classes = 64 };

/* The library's callbacks have no context, so the arena is the one that the thread has open; the innermost if there are several.
   A variable inside of a function, because Swift's compiler emits no others of a header. */
static inline ccmark_arena **ccmark_open_arena(void) {
  static _Thread_local ccmark_arena *arena;
  return &arena;
}

/* A piece begins behind one unit that holds its size. */
static inline char *ccmark_take(size_t size) {
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
    size_t wanted = total + ccmark_unit > arena->block_size ? total + ccmark_unit : arena->block_size;
    ccmark_block *block = malloc(wanted);
    /* As the library's own allocator does: it cannot be told that there is no memory. */
    if (!block) abort();
    block->size = wanted;
    if (wanted > arena->block_size && arena->blocks) {
      /* A large piece has a block of its own, and what is left of the open one stays in use. */
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
  return memset(ccmark_take(count * size), 0, count * size);
}

/* Gives back the piece that was taken last, or keeps a small one for the next of its size; others stay until the end. */
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
  if (!pointer) return ccmark_take(size);
  char *piece = pointer;
  size_t old = *(size_t *)(piece - ccmark_unit);
  if (size <= old) return pointer;
  if (piece + old == (*ccmark_open_arena())->position) {
    ccmark_free(pointer);
    char *result = ccmark_take(size);
    if (result != piece) memcpy(result, piece, old);
    return result;
  }
  char *result = ccmark_take(size);
  memcpy(result, piece, old);
  ccmark_free(pointer);
  return result;
}

static cmark_mem ccmark_memory = {ccmark_calloc, ccmark_realloc, ccmark_free};

/* Opens an arena for what the thread parses from now on, a text of so many bytes; it must be closed on the same thread, before those
   opened earlier. A tree takes about twelve times its text, seldom sixteen times. It gets that at once: memory that is not touched costs
   nothing, while many small blocks go back to the system one by one, and the next parse has to ask for each page again. */
static inline ccmark_arena *ccmark_arena_open(size_t length) {
  ccmark_arena *arena = calloc(1, sizeof *arena);
  if (!arena) return NULL;
  arena->block_size = 16 * length + ccmark_block_size;
  arena->outer = *ccmark_open_arena();
  *ccmark_open_arena() = arena;
  return arena;
}

/* Frees all that was taken since the arena was opened. */
static inline void ccmark_arena_close(ccmark_arena *arena) {
  *ccmark_open_arena() = arena->outer;
  for (ccmark_block *block = arena->blocks, *next; block; block = next) {
    next = block->next;
    free(block);
  }
  free(arena);
}

/* A parser whose memory is the open arena's. */
static inline cmark_parser *ccmark_parser_new(int options) {
  return cmark_parser_new_with_mem(options, &ccmark_memory);
}

static inline size_t ccmark_length(const char *text) { return strlen(text); }
