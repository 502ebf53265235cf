#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The time that the processors spend on this process, on all its threads: what else a machine is busy with does not count.
public enum ProcessorTime {
  /// The time of some work, beside which the process does nothing.
  public static func measure(_ work: () throws -> Void) rethrows -> Duration {
    let start = now()
    try work()
    return now() - start
  }

  private static func now() -> Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
