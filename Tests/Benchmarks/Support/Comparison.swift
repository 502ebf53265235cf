#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Times of several pieces of work that take turns, so that a busy machine slows down all of them.
public struct Comparison {
  /// Wall time and processor time of each work in each round.
  private let rounds: [[(wall: Duration, processor: Duration)]]

  /// Runs the works in turn for some seconds, 20 rounds at least.
  public init(seconds: Double, _ works: [() throws -> Void]) throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    var rounds: [[(wall: Duration, processor: Duration)]] = []
    repeat {
      rounds.append(
        try works.map { work in
          var processor = Duration.zero
          let wall = try clock.measure { processor = try ProcessorTime.measure(work) }
          return (wall, processor)
        })
    } while rounds.count < 20 || clock.now < deadline
    self.rounds = rounds
  }

  public var count: Int { rounds.count }

  /// The shortest wall time of a work in milliseconds.
  public func shortest(_ work: Int) -> Double {
    (rounds.map { $0[work].wall / .milliseconds(1) }.min() ?? 0).hundredths
  }

  /// The median processor time of a work, on all threads, in milliseconds.
  public func processor(_ work: Int) -> Double {
    Self.median(rounds.map { $0[work].processor / .milliseconds(1) }).hundredths
  }

  /// The median over the rounds of the ratio of a work's processor time to that of the first.
  public func processorRatio(_ work: Int) -> Double {
    Self.median(rounds.map { $0[work].processor / $0[0].processor })
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

extension Double {
  /// The number with two decimals.
  public var hundredths: Double { (self * 100).rounded() / 100 }
}

/// The processor time of this process on all its threads, which does not include the load of other processes.
public enum ProcessorTime {
  /// The time of some work; nothing else may run in the process.
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

/// The largest amount of memory of this process so far, in kilobytes.
public var peakMemory: Int {
  var usage = rusage()
  // 0 is RUSAGE_SELF, whose type differs between systems.
  unsafe getrusage(0, &usage)
  #if canImport(Darwin)
    return usage.ru_maxrss / 1024
  #else
    return usage.ru_maxrss
  #endif
}
