/* Linked into the static program only.
 *
 * A static glibc loads the modules that nsswitch.conf names (mdns, resolve, myhostname), and with them the machine's own glibc, which can end
 * the process. Names come from /etc/hosts and DNS instead, which are part of the program. */
#include <nss.h>

__attribute__((constructor)) static void use_own_resolver(void) { __nss_configure_lookup("hosts", "files dns"); }

/* The main thread unwinds its stack when it leaves the program to other threads. It would sort the descriptions of all functions first,
 * which takes as long as a short run, were they registered at the start as in other static programs; the linker has sorted them (`--wrap`). */
void __wrap___register_frame_info(const void *begin, void *object) {
  (void)begin;
  (void)object;
}

void *__wrap___deregister_frame_info(const void *begin) {
  (void)begin;
  return 0;
}
