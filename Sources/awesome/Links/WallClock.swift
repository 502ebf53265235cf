#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The time of day.
enum WallClock {
  /// Seconds since 1970.
  static var seconds: Int { time(nil) }
}
