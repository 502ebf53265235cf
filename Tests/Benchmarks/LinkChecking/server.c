// A web server for the benchmark of link checking: one port on every address of 127.0.0.0/8, one thread, epoll.
//
//   server PORT BOMB     BOMB is a file with a body in gzip
//
// The first letter of the path selects the answer: /f at once, /d after 50 ms, /l at once for 20 requests a second and else 429,
// /b 429, /s never, /e a body without an end, /g 100 MB, /z the bomb. /stats reports the requests so far and resets them.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MAX_FD = 65536, HOSTS = 65536, IN = 4096, DELAY_MS = 50, ALLOWED = 20 };

struct connection {
  int open, host, used, flowing;
  unsigned generation;
  char in[IN];
  const char *out;
  size_t left, size;
};
struct late {
  int fd;
  unsigned generation;
  double due;
};

static struct connection *connections[MAX_FD];
static struct late *queue;
static size_t queue_head, queue_tail, queue_size = 1 << 18;
static int per_host[HOSTS], poller;
static int requests, rejected, peak;
static double first_request, last_good, window[ALLOWED];
static int window_next;
static char *bomb, *bomb_head, filler[65536], page[256], endless_head[128], large_head[128], busy[128], wait_head[128];
static size_t bomb_size;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static void shut(int fd) {
  struct connection *c = connections[fd];
  if (!c || !c->open) return;
  c->open = 0;
  c->generation++;
  per_host[c->host]--;
  close(fd);
}

// Writes what there is to write; a body without an end, or one that is long, comes from the filler.
static void flush_out(int fd) {
  struct connection *c = connections[fd];
  while (c->open && (c->left || c->flowing)) {
    if (!c->left) c->out = filler, c->left = c->size = sizeof filler;
    ssize_t n = send(fd, c->out, c->left, MSG_NOSIGNAL);
    if (n < 0) {
      if (errno != EAGAIN) { shut(fd); return; }
      struct epoll_event e = {.events = EPOLLIN | EPOLLOUT, .data.fd = fd};
      epoll_ctl(poller, EPOLL_CTL_MOD, fd, &e);
      return;
    }
    c->out += n, c->left -= n;
    if (!c->left && c->out == bomb_head + strlen(bomb_head)) c->out = bomb, c->left = bomb_size;
  }
}

static void reply(int fd, const char *text) {
  struct connection *c = connections[fd];
  c->out = text, c->left = strlen(text);
  flush_out(fd);
}

static void stats(int fd) {
  static char body[256], text[512];
  int n = snprintf(body, sizeof body, "%d %d %d %.3f\n", requests, rejected, peak,
                   last_good > first_request ? last_good - first_request : 0);
  snprintf(text, sizeof text, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s", n, body);
  requests = rejected = peak = 0;
  first_request = last_good = 0;
  memset(window, 0, sizeof window);
  reply(fd, text);
}

static void answer(int fd, const char *path) {
  struct connection *c = connections[fd];
  if (!strncmp(path, "/stats", 6)) { stats(fd); return; }
  double time = now();
  requests++;
  if (!first_request) first_request = time;
  if (per_host[c->host] > peak) peak = per_host[c->host];
  switch (path[1]) {
  case 'd':
    queue[queue_tail++ % queue_size] = (struct late){fd, c->generation, time + DELAY_MS / 1e3};
    return;
  case 'l':
    if (window[window_next] && time - window[window_next] < 1) { rejected++; reply(fd, wait_head); return; }
    window[window_next] = time;
    window_next = (window_next + 1) % ALLOWED;
    break;
  case 'b': rejected++; reply(fd, busy); return;
  case 's': return;
  case 'e': c->flowing = 1; reply(fd, endless_head); return;
  case 'g': c->flowing = 1; reply(fd, large_head); return;
  case 'z': reply(fd, bomb_head); return;
  }
  last_good = time;
  reply(fd, page);
}

static void take(int fd) {
  struct connection *c = connections[fd];
  while (c->open) {
    ssize_t n = recv(fd, c->in + c->used, IN - 1 - c->used, 0);
    if (n < 0 && errno == EAGAIN) return;
    if (n <= 0) { shut(fd); return; }
    c->used += n;
    c->in[c->used] = 0;
    char *end;
    while (c->open && (end = strstr(c->in, "\r\n\r\n"))) {
      char path[64] = "";
      sscanf(c->in, "%*15s %63s", path);
      c->used -= end + 4 - c->in;
      memmove(c->in, end + 4, c->used + 1);
      answer(fd, path);
    }
    if (c->used >= IN - 1) shut(fd);
  }
}

static void welcome(int listener) {
  int fd;
  while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
    if (fd >= MAX_FD) { close(fd); continue; }
    int one = 1;
    struct sockaddr_in own;
    socklen_t size = sizeof own;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    getsockname(fd, (struct sockaddr *)&own, &size);
    struct connection *c = connections[fd];
    if (!c) c = connections[fd] = calloc(1, sizeof *c);
    c->open = 1, c->used = 0, c->left = 0, c->flowing = 0;
    c->host = ntohl(own.sin_addr.s_addr) % HOSTS;
    per_host[c->host]++;
    struct epoll_event e = {.events = EPOLLIN, .data.fd = fd};
    epoll_ctl(poller, EPOLL_CTL_ADD, fd, &e);
  }
}

static void prepare(const char *file) {
  const char *html = "<title>Fine</title><p>All is well here, and in many words.";
  struct stat status;
  FILE *f = fopen(file, "rb");
  if (!f || fstat(fileno(f), &status)) { perror(file); exit(1); }
  bomb_size = status.st_size;
  bomb = malloc(bomb_size);
  if (fread(bomb, 1, bomb_size, f) != bomb_size) exit(1);
  memset(filler, 'x', sizeof filler);
  const char *head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  snprintf(page, sizeof page, "%sContent-Length: %zu\r\n\r\n%s", head, strlen(html), html);
  snprintf(endless_head, sizeof endless_head, "%s\r\n", head);
  snprintf(large_head, sizeof large_head, "%sContent-Length: 104857600\r\n\r\n", head);
  bomb_head = malloc(256);
  snprintf(bomb_head, 256, "%sContent-Encoding: gzip\r\nContent-Length: %zu\r\n\r\n", head, bomb_size);
  snprintf(busy, sizeof busy, "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n");
  snprintf(wait_head, sizeof wait_head, "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  prepare(arguments[2]);
  queue = calloc(queue_size, sizeof *queue);
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(arguments[1]))};
  if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 4096)) { perror("listen"); return 1; }
  poller = epoll_create1(0);
  struct epoll_event e = {.events = EPOLLIN, .data.fd = listener}, events[512];
  epoll_ctl(poller, EPOLL_CTL_ADD, listener, &e);
  for (;;) {
    double wait = queue_head < queue_tail ? queue[queue_head % queue_size].due - now() : 10;
    int ready = epoll_wait(poller, events, 512, wait <= 0 ? 0 : (int)(wait * 1000) + 1);
    for (int i = 0; i < ready; i++) {
      int fd = events[i].data.fd;
      if (fd == listener) { welcome(listener); continue; }
      if (events[i].events & EPOLLOUT) flush_out(fd);
      if (connections[fd]->open && events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) take(fd);
    }
    for (; queue_head < queue_tail && queue[queue_head % queue_size].due <= now(); queue_head++) {
      struct late *l = &queue[queue_head % queue_size];
      if (connections[l->fd]->open && connections[l->fd]->generation == l->generation) reply(l->fd, page);
    }
  }
}
