/// Waits that double, each with its own jitter drawn from a seed: the same on every run, whatever the order of events.
struct Backoff {
  let base: Duration
  let seed: UInt64

  /// The wait before a retry.
  ///
  /// - Parameters:
  ///   - round: 0 for the first; from the sixth on the wait does not grow.
  ///   - salt: what tells those that wait apart.
  /// - Returns: between 75 and 125 % of `base` doubled `round` times.
  func wait(round: Int, salt: Int) -> Duration {
    let state = seed &+ UInt64(truncatingIfNeeded: salt) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: round)
    let percent = 75 + Int(Self.mixed(state) % 51)
    return base * (1 << min(max(round, 0), 6)) * percent / 100
  }

  /// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
  static func mixed(_ number: UInt64) -> UInt64 {
    var state = number
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
    return state ^ (state >> 31)
  }
}
