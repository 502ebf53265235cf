internal import DequeModule

/// Domains that may be asked, in the order in which they are.
///
/// A domain's links are visited together, one after the other on one connection; a second connection to a domain is worth its
/// set-up only once no other domain waits for its first, or where the run would end later without it.
struct Turns {
  enum Kind: Int, Comparable, CaseIterable {
    /// The run will end with it.
    case urgent
    /// It was asked before, and its connection is idle.
    case idle
    /// It was never asked.
    case fresh
    /// It has something in flight, and could bear more.
    case busy

    static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  private var rings: [Deque<Int>] = Array(repeating: [], count: 4)

  mutating func append(_ domain: Int, _ kind: Kind) {
    rings[kind.rawValue].append(domain)
  }

  /// The next domain; one that has moved up since is returned where it stood before too, and is to be left out there.
  mutating func popFirst() -> (domain: Int, kind: Kind)? {
    for kind in Kind.allCases {
      if let domain = rings[kind.rawValue].popFirst() { return (domain, kind) }
    }
    return nil
  }
}
