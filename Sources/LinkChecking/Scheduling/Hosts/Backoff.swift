/// Exponential backoff with jitter drawn from a seed: the same on every run, whatever the order of events.
struct Backoff {
  /// The wait of the first round, without jitter.
  let base: Duration
  let seed: UInt64
  /// The number of whoever waits: each has its own jitter.
  let salt: Int

  /// The wait before a retry.
  ///
  /// - Parameter round: 0 for the first; from the sixth on the wait does not grow.
  /// - Returns: between 75 and 125 % of `base` doubled `round` times.
  func wait(round: Int) -> Duration {
    let state = seed &+ UInt64(truncatingIfNeeded: salt) &* SplitMix64.step &+ UInt64(truncatingIfNeeded: round)
    let percent = 75 + Int(SplitMix64.mixed(state) % 51)
    return base * (1 << min(max(round, 0), 6)) * percent / 100
  }
}

/// The parts of a pseudo-random number generator (Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, 2014).
enum SplitMix64 {
  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The generator's finalizer.
  static func mixed(_ number: UInt64) -> UInt64 {
    var number = number
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    return number ^ (number >> 31)
  }
}
