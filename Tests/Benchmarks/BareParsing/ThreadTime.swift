#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The time that the processor spends on the calling thread: what else a machine is busy with does not count.
public enum ThreadTime {
  /// The time of some work that stays on its thread.
  public static func measure(_ work: () throws -> Void) rethrows -> Duration {
    let start = now()
    try work()
    return now() - start
  }

  private static func now() -> Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
