/// How unlikely it is that a text was written like this, in tenths of a point: the sum over its characters and their neighbours.
struct Unnaturalness {
  private static let size = CharacterClass.allCases.count
  private static let clash = 30

  /// The cost of a class beside the next one.
  private static let pairs: [UInt8] = CharacterClass.allCases.flatMap { left in
    CharacterClass.allCases.map { right in UInt8(clamping: cost(of: left, before: right)) }
  }

  /// The cost of scalars between two neighbours; a neighbour of 0 is the edge of the text.
  static func of(_ scalars: some Collection<UInt32>, after before: UInt32, before after: UInt32) -> Int {
    var total = 0
    var left = before == 0 ? CharacterTraits(kind: .edge) : CharacterTraits.of(before)
    var languages = left.kind.isLetter ? left.languages : .max
    func step(to right: CharacterTraits) {
      total += Int(pairs[Int(left.kind.rawValue) * size + Int(right.kind.rawValue)])
      if left.kind.isLetter, right.kind.isLetter {
        if left.script != right.script { total += clash }
        let common = languages & right.languages
        if common == 0 {
          total += clash
        } else {
          languages = common
        }
      } else {
        languages = right.languages
      }
      left = right
    }
    for scalar in scalars {
      let traits = CharacterTraits.of(scalar)
      step(to: traits)
      total += Int(traits.rarity)
    }
    step(to: after == 0 ? CharacterTraits(kind: .edge) : CharacterTraits.of(after))
    return total
  }

  private static func cost(of left: CharacterClass, before right: CharacterClass) -> Int {
    if left.isLetter, right.isLetter { return cost(ofLetter: left, beforeLetter: right) }
    if right.isLetter { return cost(of: left, beforeLetter: right) }
    if left.isLetter { return cost(ofLetter: left, before: right) }
    return cost(of: left, beforeOther: right)
  }

  private static func cost(ofLetter left: CharacterClass, beforeLetter right: CharacterClass) -> Int {
    if left.isASCIILetter, right.isASCIILetter { return 0 }
    switch (left, right) {
    case (.lower, .upper), (.asciiLower, .upper), (.lower, .asciiUpper): return 25
    default: return 0
    }
  }

  /// The cost of a sign before a letter.
  private static func cost(of left: CharacterClass, beforeLetter right: CharacterClass) -> Int {
    let accented = !right.isASCIILetter
    switch left {
    case .closing: return 10
    case .bullet: return 5
    case .symbol: return accented ? 25 : 10
    case .trademark: return accented ? 25 : 15
    case .superscript: return 20
    case .box: return 30
    case .emoji: return 5
    case .joiner: return 15
    case .accent: return 20
    case .control: return 10
    case .invisible: return 5
    case .dash: return 2
    default: return 0
    }
  }

  /// The cost of a letter before a sign.
  private static func cost(ofLetter left: CharacterClass, before right: CharacterClass) -> Int {
    let accented = !left.isASCIILetter
    switch right {
    case .mark: return 3
    case .opening: return 25
    case .quote, .closing: return left == .upper ? 15 : 3
    case .apostrophe: return left == .upper ? 10 : 0
    case .dash: return accented ? 5 : 2
    case .bullet: return 20
    case .symbol: return accented ? 25 : 12
    case .trademark: return accented ? 25 : 3
    case .superscript: return accented ? 25 : 8
    case .box: return 30
    case .emoji: return 5
    case .joiner: return 40
    case .accent: return 20
    case .control: return 10
    case .invisible: return 5
    case .noBreakSpace: return left == .upper ? 10 : 0
    default: return 0
    }
  }

  /// The cost of two neighbours that are no letters.
  private static func cost(of left: CharacterClass, beforeOther right: CharacterClass) -> Int {
    switch (left, right) {
    case (.joiner, .joiner), (.emoji, .joiner): return 0
    case (_, .joiner): return left == .digit || left == .asciiPunctuation ? 5 : 40
    case (_, .mark): return left == .mark ? 2 : 40
    case (.edge, .accent), (.accent, .edge): return 5
    case (.accent, _), (_, .accent): return 10
    case (.box, .box), (.symbol, .digit), (.digit, .symbol), (.digit, .superscript), (.digit, .trademark): return 0
    case (.superscript, .digit), (.trademark, .digit): return 8
    case (.box, .symbol), (.symbol, .box), (.box, .superscript), (.superscript, .box), (.box, .trademark): return 20
    case (.box, .digit), (.digit, .box), (.symbol, .superscript), (.superscript, .symbol): return 10
    case (.symbol, .trademark), (.trademark, .symbol), (.trademark, .trademark): return 15
    case (.symbol, .apostrophe), (.symbol, .opening), (.symbol, .quote), (.symbol, .bullet), (.bullet, .symbol):
      return 10
    case (.bullet, .bullet), (.superscript, .superscript), (.opening, .opening): return 8
    default: return 0
    }
  }
}
