#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The memory of the process.
enum Memory {
  /// Lets glibc keep up to 32 MiB of freed memory instead of 128 KiB.
  ///
  /// glibc raises its limits to the size of a large freed block (mallopt(3), M_MMAP_THRESHOLD). Otherwise the 1 MB list takes 1,000 more
  /// page faults, and lint 4 % more CPU time.
  static func prepare() {
    var block: UnsafeMutableRawPointer?
    // Not malloc, because the compiler may remove a pair of malloc and free.
    if unsafe posix_memalign(&block, 4096, (32 << 20) - (1 << 16)) == 0 { unsafe free(block) }
  }
}
