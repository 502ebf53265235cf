import CMalloc

/// The memory of the process.
enum Memory {
  /// How much more is asked of the system than is needed at the moment, in bytes.
  private static let reserve: Int32 = 64 << 20
  /// How much that is free is kept, in bytes.
  private static let kept: Int32 = 32 << 20

  /// Lets the C library ask for memory in large steps and keep what is free.
  ///
  /// With its defaults, glibc extends the memory of a thread by some pages at a time and gives large pieces back at once: for a list of
  /// a megabyte, or a thousand hosts by TLS, that is two thousand calls of the system. Memory that was asked for and is not touched takes
  /// none.
  static func prepare() {
    cmalloc_set_steps(reserve, kept)
  }
}
