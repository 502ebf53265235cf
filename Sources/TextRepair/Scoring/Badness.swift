/// How unlikely a text is, in tenths of a point: the sum over its characters and their neighbours.
struct Badness {
  private static let size = CharacterClass.allCases.count
  private static let clash = 30
  /// The same of a Greek letter and a Latin one.
  private static let scienceClash = 4
  /// The rarity of Greek letters that nobody writes beside Latin ones.
  private static let lookalike: UInt8 = 4

  /// The cost of each class before each class.
  private static let pairs: [UInt8] = CharacterClass.allCases.flatMap { left in
    CharacterClass.allCases.map { right in UInt8(clamping: cost(of: left, before: right)) }
  }

  private static let contexts = CharacterTraitsTable.shared.contexts

  /// The badness of scalars between two neighbours; 0 is the edge of the text.
  static func of(_ scalars: some Collection<UInt32>, after before: UInt32, before after: UInt32) -> Int {
    var walk = Badness(start: before == 0 ? CharacterTraits(kind: .edge) : CharacterTraits.of(before))
    for scalar in scalars {
      let traits = CharacterTraits.of(scalar)
      walk.step(to: traits)
      walk.total += Int(traits.rarity)
    }
    walk.step(to: after == 0 ? CharacterTraits(kind: .edge) : CharacterTraits.of(after))
    return walk.total
  }

  private var total = 0
  private var left: CharacterTraits
  /// The character before `left`.
  private var secondLeft = CharacterTraits(kind: .edge)
  /// The languages with all letters of the word so far.
  private var languages: UInt32 = .max

  private init(start: CharacterTraits) {
    left = start
    if left.kind.isLetter { languages = left.languages }
  }

  private mutating func step(to right: CharacterTraits) {
    // Greek letters beside Latin ones are common in science: μTorrent, κB.
    let isScience =
      left.script == .greek && right.script == .latin || left.script == .latin && right.script == .greek
    if !isScience { total += Int(Self.pairs[Int(left.kind.rawValue) * Self.size + Int(right.kind.rawValue)]) }
    if left.context != 0 {
      let place = Self.side(secondLeft) * 3 + Self.side(right)
      total += Int(Self.contexts[Int(left.context) * 9 + place])
    }
    if left.kind.isLetter {
      stepFromLetter(to: right, isScience: isScience)
    } else {
      if right.kind.isLetter, secondLeft.kind.isLetter { stepBetweenLetters(to: right) }
      if left.kind == .symbol, right.script == .greek { total -= 20 }
      languages = right.languages
    }
    secondLeft = left
    left = right
  }

  /// A quotation mark between two letters is natural in no language, nor is any but an apostrophe between two capitals.
  private mutating func stepBetweenLetters(to right: CharacterTraits) {
    switch left.kind {
    case .quote, .closing: total += 20
    case .opening where secondLeft.kind.isCapital: total += 10
    case .dash where secondLeft.kind == .upper && right.kind.isCapital: total += 10
    default: break
    }
  }

  private mutating func stepFromLetter(to right: CharacterTraits, isScience: Bool) {
    let isScripted = right.kind == .mark || right.kind == .digit
    if right.kind.isLetter || isScripted && right.script != .common {
      if left.script != right.script {
        total +=
          isScience && left.rarity < Self.lookalike && right.rarity < Self.lookalike ? Self.scienceClash : Self.clash
      }
      let common = languages & right.languages
      if common == 0 { total += Self.clash }
      languages = common == 0 ? right.languages : common
      if left.script == .latin, !left.kind.isASCIILetter, !right.kind.isASCIILetter { stepBetweenAccented(to: right) }
      if left.kind == .upper, secondLeft.kind == .upper, right.kind == .lower || right.kind == .asciiLower {
        total += 15
      }
    } else if right.kind == .digit, secondLeft.kind == .digit, !left.kind.isASCIILetter {
      total += 15
    } else if left.kind == .upper, secondLeft.kind != .upper, secondLeft.kind != .asciiUpper {
      // A lone capital, not the end of a word in capitals.
      total += Self.costAfterLoneCapital(right.kind)
    }
  }

  /// Two accented letters are seldom adjacent, three hardly ever.
  private mutating func stepBetweenAccented(to right: CharacterTraits) {
    let third = secondLeft.kind.isLetter && !secondLeft.kind.isASCIILetter
    total += third ? 12 : 3
  }

  /// The neighbour of a letter: 0 nothing or a sign, 1 a vowel, 2 a consonant.
  private static func side(_ traits: CharacterTraits) -> Int {
    traits.kind.isLetter && traits.script == .latin ? (traits.isVowel ? 1 : 2) : 0
  }

  /// The additional cost of a sign after a lone capital.
  private static func costAfterLoneCapital(_ right: CharacterClass) -> Int {
    switch right {
    case .quote, .closing, .opening, .apostrophe, .noBreakSpace, .dash, .bullet: 12
    case .symbol, .trademark, .superscript: 5
    default: 0
    }
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
    case (.lower, .upper), (.asciiLower, .upper), (.lower, .asciiUpper): return 28
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
    case .box, .doubleBox, .shade: return accented ? 40 : 30
    case .ideographic: return accented ? 25 : 12
    case .emoji: return 15
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
    case .quote, .closing: return left == .upper ? 8 : 3
    case .apostrophe: return left == .upper ? 5 : 0
    case .dash: return accented ? 5 : 2
    case .ideographic: return accented ? 25 : 12
    case .bullet: return 20
    case .symbol: return accented ? 25 : 12
    case .trademark: return accented ? 25 : 3
    case .superscript: return left == .upper ? 25 : 8
    case .box, .doubleBox, .shade: return accented ? 40 : 30
    case .emoji: return 15
    case .joiner: return 40
    case .accent: return 20
    case .control: return 10
    case .invisible: return 5
    default: return 0
    }
  }

  /// The cost of two neighbours that are not letters.
  private static func cost(of left: CharacterClass, beforeOther right: CharacterClass) -> Int {
    switch (left, right) {
    case (.joiner, .joiner), (.emoji, .joiner): return 0
    case (.symbol, .joiner), (.trademark, .joiner): return 4
    case (_, .joiner): return left == .digit || left == .asciiPunctuation ? 5 : 40
    case (_, .mark): return left == .mark ? 2 : 40
    case (.edge, .accent), (.accent, .edge): return 5
    case (.accent, _), (_, .accent): return 10
    case (.box, .doubleBox), (.doubleBox, .box), (.box, .shade), (.shade, .box): return 12
    case _ where left.isDrawing && right.isDrawing: return 0
    case _ where left.isDrawing: return costOfDrawing(before: right)
    case _ where right.isDrawing: return left == .symbol || left == .superscript ? 20 : 0
    case (.symbol, .digit), (.digit, .symbol), (.digit, .superscript), (.digit, .trademark): return 0
    case (.symbol, .symbol): return 6
    case (.opening, .digit), (.opening, .edge): return 10
    case (.superscript, .digit), (.trademark, .digit): return 8
    case (.symbol, .superscript), (.superscript, .symbol): return 10
    case (.symbol, .trademark), (.trademark, .symbol), (.trademark, .trademark): return 15
    case (.symbol, .apostrophe), (.symbol, .opening), (.symbol, .quote), (.symbol, .bullet), (.bullet, .symbol),
      (.asciiPunctuation, .bullet):
      return 10
    case (.bullet, .bullet), (.superscript, .superscript), (.opening, .opening), (.quote, .opening): return 8
    default: return 0
    }
  }

  /// The cost of a sign after a drawing character.
  private static func costOfDrawing(before other: CharacterClass) -> Int {
    switch other {
    case .symbol, .superscript, .trademark, .opening: 20
    case .digit, .accent, .control, .bullet, .quote: 10
    default: 0
    }
  }
}
