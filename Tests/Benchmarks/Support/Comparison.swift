#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Times of several pieces of work that take turns, so that a busy machine slows down all of them.
public struct Comparison {
  /// The shortest wall time, or the median of the processor time on all threads.
  public enum Time: CaseIterable {
    case wall
    case processor
  }

  public typealias Work = (name: String, run: () throws -> Void)

  private let names: [String]
  /// Wall time and processor time of each work in each round.
  private let rounds: [[(wall: Duration, processor: Duration)]]

  /// Runs the works in turn for some seconds, 20 rounds at least.
  public init(seconds: Double, _ works: [Work]) throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    var rounds: [[(wall: Duration, processor: Duration)]] = []
    repeat {
      rounds.append(
        try works.map { work in
          var processor = Duration.zero
          let wall = try clock.measure { processor = try ProcessorTime.measure(work.run) }
          return (wall, processor)
        })
    } while rounds.count < 20 || clock.now < deadline
    self.rounds = rounds
    names = works.map(\.name)
  }

  /// Prints the shortest wall times in milliseconds, and the ratios of the last work to the first by wall and processor time; false where
  /// the chosen one is above its limit.
  public func report(limit: Double, of time: Time = .wall) -> Bool {
    let times = names.enumerated().map { "\($1) \(shortest($0).hundredths) ms" }.joined(separator: ", ")
    let last = names.count - 1
    let ratios = rounds.map { $0[last].processor / $0[0].processor }.sorted()
    let ratio = [
      Time.wall: (shortest(last) / shortest(0)).hundredths, .processor: ratios[ratios.count / 2].hundredths,
    ]
    let shown = Time.allCases.map { "\(ratio[$0] ?? 0) × in \($0) time" }.joined(separator: ", ")
    print("\(rounds.count) rounds: \(times); \(names[last]) is \(shown) (limit \(limit) × in \(time) time)")
    return ratio[time] ?? 0 <= limit
  }

  /// The shortest wall time of a work in milliseconds.
  public func shortest(_ work: Int) -> Double { (rounds.map { $0[work].wall }.min() ?? .zero) / .milliseconds(1) }
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
