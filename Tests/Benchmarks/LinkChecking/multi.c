// libcurl's multi interface only: requests every URL of a file once, 256 at a time, and verifies certificates.
//
//   multi URLS CERTIFICATES
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t discard(char *data, size_t size, size_t count, void *context) {
  (void)data, (void)context;
  return size * count;
}

static int start(CURLM *multi, FILE *urls, const char *certificates, CURL *easy) {
  char line[512];
  if (!fgets(line, sizeof line, urls)) return 0;
  line[strcspn(line, "\n")] = 0;
  if (!easy) easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_URL, line);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, discard);
  curl_easy_setopt(easy, CURLOPT_CAINFO, certificates);
  curl_easy_setopt(easy, CURLOPT_CAPATH, NULL);
  curl_multi_add_handle(multi, easy);
  return 1;
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *urls = fopen(arguments[1], "r");
  if (!urls) return 1;
  curl_global_init(CURL_GLOBAL_DEFAULT);
  CURLM *multi = curl_multi_init();
  curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, 512L);
  int live = 0, good = 0, running;
  while (live < 256 && start(multi, urls, arguments[2], NULL)) live++;
  while (live) {
    curl_multi_perform(multi, &running);
    CURLMsg *message;
    int left;
    while ((message = curl_multi_info_read(multi, &left))) {
      if (message->msg != CURLMSG_DONE) continue;
      CURL *easy = message->easy_handle;
      good += message->data.result == CURLE_OK;
      curl_multi_remove_handle(multi, easy);
      live -= !start(multi, urls, arguments[2], easy);
    }
    if (live) curl_multi_poll(multi, NULL, 0, 1000, NULL);
  }
  printf("%d\n", good);
  return 0;
}
