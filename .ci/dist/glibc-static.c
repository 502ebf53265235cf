/* Linked into the static program only.
 *
 * A static glibc loads the modules that nsswitch.conf names (mdns, resolve, myhostname), and with them the machine's own glibc, which can end
 * the process. Names come from /etc/hosts and DNS instead, which are part of the program. */
#include <nss.h>

__attribute__((constructor)) static void use_own_resolver(void) { __nss_configure_lookup("hosts", "files dns"); }
