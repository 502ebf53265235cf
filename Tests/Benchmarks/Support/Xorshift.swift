/// A small random number generator that gives the same numbers for the same seed (G. Marsaglia, "Xorshift RNGs", 2003).
public struct Xorshift: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  public mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
