/// An entry of the repertoire that fits a passage's characters from some place on.
struct RepertoireMatch {
  let entry: Int
  /// How many characters it takes.
  let count: Int
  /// How far-fetched its losses are together; 0 when every byte is there.
  let losses: Int
  /// Whether the last character taken is a space that stands for the last byte.
  let endsWithSpace: Bool
}

/// Walks the repertoire along the characters of a passage, taking each way a byte can have been lost.
struct RepertoireSearch {
  let passage: Passage
  let codePages: CodePages
  let repertoire: Repertoire
  /// The bytes that may be lost.
  var lost = CodePages.holes

  /// What became of a byte that stands for no character; one entry is damaged in one way.
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

  /// Calls `found` for each entry that fits from an index on.
  func forEachMatch(at start: Int, _ found: (RepertoireMatch) -> Void) {
    var open = [Step(entries: repertoire.indices, index: start)]
    while let step = open.popLast() {
      if step.depth > 0, let first = step.entries.first, repertoire.count(of: first) == step.depth {
        found(
          RepertoireMatch(
            entry: first, count: step.index - start, losses: losses(of: step, isEmoji: repertoire.isEmoji(first)),
            endsWithSpace: step.spaces && passage.values[step.index - 1] == 0x20))
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
    guard step.index < passage.values.count else { return }
    let value = passage.values[step.index]
    if value < 0x80 {
      if step.depth == 0 { add(UInt8(truncatingIfNeeded: value)) { $0.index += 1 } }
    } else {
      let byte = codePages.byte(of: value, page: CodePages.windows1252)
      if byte != 0 { add(byte) { $0.index += 1 } }
    }
    if step.depth > 0 { substitute(value, step: step, add: add) }
  }

  /// Takes a character as what is left of a byte.
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

  /// The losses of a finished step as points: an emoji before a sign, a visible trace before none, a space last.
  ///
  /// A sign before a question mark may as well have lost its byte without a trace and stand before a question.
  private func losses(of step: Step, isEmoji: Bool) -> Int {
    let hole =
      switch step.hole {
      case .unknown: 0
      case .replaced: 1
      case .questioned: isEmoji ? 1 : 3
      case .dropped: 3
      }
    let total = hole + (step.quotes ? 2 : 0) + (step.spaces ? 4 : 0)
    // A straight quote is as likely to be left of a sign as of an emoji.
    return total == 0 ? 0 : total + (isEmoji || step.quotes ? 0 : 1)
  }
}
