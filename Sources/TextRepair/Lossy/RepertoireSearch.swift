/// An entry of the repertoire that fits the characters of a suspect from an index on.
struct RepertoireMatch {
  let entry: Int
  /// The number of characters it takes.
  let count: Int
  /// The cost of its losses; 0 if no byte is lost.
  let losses: Int
  /// Whether the last character is a space that replaces the last byte.
  let endsWithSpace: Bool
}

/// Matches the repertoire with the characters of a suspect, trying each way to lose a byte.
struct RepertoireSearch {
  let suspect: Suspect
  let codePages: CodePages
  let repertoire: Repertoire
  /// The bytes that can be lost.
  var lost = CodePages.holes

  /// The trace of an undefined byte; all those of one entry are the same.
  private enum Hole {
    case unknown
    case dropped
    case replaced
    case questioned
  }

  private struct Step {
    var entries: Range<Int>
    var depth = 0
    var index: Int
    var hole = Hole.unknown
    var spaces = false
    var quotes = false
  }

  /// Calls `found` for each entry that fits at an index.
  func forEachMatch(at start: Int, _ found: (RepertoireMatch) -> Void) {
    var open = [Step(entries: repertoire.indices, index: start)]
    while let step = open.popLast() {
      if step.depth > 0, let first = step.entries.first, repertoire.count(of: first) == step.depth {
        found(
          RepertoireMatch(
            entry: first, count: step.index - start, losses: losses(of: step, isEmoji: repertoire.isEmoji(first)),
            endsWithSpace: step.spaces && suspect.values[step.index - 1] == 0x20))
      }
      advance(step, into: &open)
    }
  }

  /// Adds the steps that can follow a step.
  private func advance(_ step: Step, into open: inout [Step]) {
    func add(_ byte: UInt8, _ change: (inout Step) -> Void) {
      let entries = repertoire.narrow(step.entries, depth: step.depth, to: byte)
      guard !entries.isEmpty else { return }
      var next = step
      next.entries = entries
      next.depth += 1
      change(&next)
      open.append(next)
    }
    if step.depth > 0, step.hole == .unknown || step.hole == .dropped {
      for hole in lost { add(hole) { $0.hole = .dropped } }
    }
    guard step.index < suspect.values.count else { return }
    let value = suspect.values[step.index]
    if value < 0x80 {
      if step.depth == 0 { add(UInt8(truncatingIfNeeded: value)) { $0.index += 1 } }
    } else {
      let byte = codePages.byte(of: value, page: CodePages.windows1252)
      if byte != 0 { add(byte) { $0.index += 1 } }
    }
    if step.depth > 0 { substitute(value, step: step, add: add) }
  }

  /// Adds the steps in which a character replaces a byte.
  private func substitute(_ value: UInt32, step: Step, add: (UInt8, (inout Step) -> Void) -> Void) {
    switch value {
    case 0xFFFD where step.hole == .unknown || step.hole == .replaced:
      for hole in lost { add(hole) { ($0.hole, $0.index) = (.replaced, $0.index + 1) } }
    case 0x3F where step.hole == .unknown || step.hole == .questioned:
      for hole in lost { add(hole) { ($0.hole, $0.index) = (.questioned, $0.index + 1) } }
    case 0x20:
      add(0xA0) { ($0.spaces, $0.index) = (true, $0.index + 1) }
    case 0x27:
      for byte: UInt8 in [0x91, 0x92] { add(byte) { ($0.quotes, $0.index) = (true, $0.index + 1) } }
    case 0x22:
      for byte: UInt8 in [0x93, 0x94] { add(byte) { ($0.quotes, $0.index) = (true, $0.index + 1) } }
    default:
      break
    }
  }

  /// The cost of a finished step: emoji are cheaper than signs, a visible trace is cheaper than none, a space is the dearest.
  ///
  /// A question mark after a sign may be a real one, if the byte is lost without a trace.
  private func losses(of step: Step, isEmoji: Bool) -> Int {
    let hole =
      switch step.hole {
      case .unknown: 0
      case .replaced: 1
      case .questioned: isEmoji ? 1 : 3
      case .dropped: 3
      }
    let total = hole + (step.quotes ? 2 : 0) + (step.spaces ? 4 : 0)
    // A straight quote is as likely from a sign as from an emoji.
    return total == 0 ? 0 : total + (isEmoji || step.quotes ? 0 : 1)
  }
}
