/// Whether the output of a candidate can be text at all, and whether chance may have made it.
struct Plausibility {
  enum Doubt: Hashable {
    /// The output has a character or a combination that no text has.
    case impossible
    /// The word has letters of two scripts, which only a file that proves the code page can have.
    case mixedScripts
    /// It has a character that hardly any text has.
    case rare
    /// It is one letter that healthy characters can make, as in Ñ™ and CAFÉ™.
    case chance
    /// It may be the end of a quotation, as in “AMANHÃ”.
    case quotation
    /// It is one letter, which is foreign in a line of text in another script.
    case foreignLetter
  }

  let doubt: Doubt?

  /// Looks at what a candidate makes of some characters.
  init(of candidate: Candidate, from damaged: ArraySlice<UInt32>) {
    doubt =
      if Self.isImpossible(candidate) {
        .impossible
      } else if Self.isRare(candidate) {
        .rare
      } else if Self.mixesScripts(candidate) {
        .mixedScripts
      } else if Self.mayBeChance(candidate) || Self.mayBeWord(damaged, in: candidate)
        || Self.mayBeEmoji(damaged, page: candidate.page)
      {
        .chance
      } else {
        Self.isForeignLetter(candidate) ? .foreignLetter : nil
      }
  }

  /// Whether a character is a control or unassigned, or a mark has no letter to combine with.
  private static func isImpossible(_ candidate: Candidate) -> Bool {
    for index in candidate.outputStart..<max(candidate.outputStart, candidate.outputEnd) {
      let value = candidate.output[index]
      guard value >= 0x80 else { continue }
      let traits = CharacterTraits.of(value)
      if traits.kind == .control { return true }
      if traits.kind == .mark {
        let previous = index > 0 ? CharacterTraits.of(candidate.output[index - 1]) : CharacterTraits(kind: .edge)
        if !previous.kind.isLetter && previous.kind != .mark { return true }
        if traits.script != .common, previous.script != traits.script { return true }
      }
      if traits.kind == .odd, Unicode.Scalar(value)?.properties.generalCategory == .unassigned { return true }
    }
    return false
  }

  private static func isRare(_ candidate: Candidate) -> Bool {
    candidate.page != CodePages.windows1252
      && candidate.replacement.contains { $0 >= 0x80 && CharacterTraits.of($0).rarity >= rare }
  }

  /// The rarity of characters that hardly any text has, and that other code pages give by chance.
  private static let rare: UInt8 = 35

  /// Whether Cyrillic of code page 850, without a character that Latin-1 lacks, may be the rest of emoji: ð and one more sign each.
  private static func mayBeEmoji(_ damaged: ArraySlice<UInt32>, page: Int) -> Bool {
    page == CodePages.codePage850 && damaged.first == 0xF0 && damaged.allSatisfy { $0 <= 0xFF }
  }

  /// Whether a decoded letter is in one word with a letter of another script; Greek beside Latin is common in science.
  ///
  /// Several decoded letters are no chance.
  private static func mixesScripts(_ candidate: Candidate) -> Bool {
    guard candidate.units <= mostByChance else { return false }
    var last = CharacterTraits.Script.common
    var wasDecoded = false
    for (index, value) in candidate.output.enumerated() {
      let traits = CharacterTraits.of(value)
      let isDecoded = index >= candidate.outputStart && index < candidate.outputEnd && value >= 0x80
      guard traits.kind.isLetter || traits.script != .common else {
        if traits.kind != .mark { last = .common }
        continue
      }
      if isDecoded || wasDecoded, last != .common, last != traits.script, !isNatural(last, beside: traits.script) {
        return true
      }
      last = traits.script
      wasDecoded = isDecoded
    }
    return false
  }

  private static let mostByChance = 2

  /// Whether words with letters of two scripts are common: science has Greek letters, and Thai has no spaces.
  private static func isNatural(_ left: CharacterTraits.Script, beside right: CharacterTraits.Script) -> Bool {
    switch (left, right) {
    case (.latin, .greek), (.greek, .latin), (.thai, _), (_, .thai): true
    default: false
    }
  }

  /// Whether a candidate gives one letter between signs which is not a word, or a small letter after two capitals.
  ///
  /// Letters of Latin-1 are too common in damage, and Greek letters are common signs.
  private static func mayBeChance(_ candidate: Candidate) -> Bool {
    guard candidate.units == 1, let letter = candidate.replacement.last, letter >= 0x100 else { return false }
    let traits = CharacterTraits.of(letter)
    let before = candidate.output[..<candidate.outputStart].suffix(2).map { CharacterTraits.of($0).kind }
    let after = candidate.output[candidate.outputEnd...].first.map { CharacterTraits.of($0).kind }
    if !(before.last?.isLetter ?? false), !(after?.isLetter ?? false) {
      return traits.kind.isLetter && traits.script != .greek && !oneLetterWords.contains(letter)
    }
    return traits.kind == .lower && before.count == 2 && before.allSatisfy(\.isCapital)
  }

  /// Whether one unit may be healthy: letters or signs that a rare code page reads as a sign that is not common, a possessive as in Ã’s,
  /// or a capital and a no-break space between capitals.
  private static func mayBeWord(_ damaged: ArraySlice<UInt32>, in candidate: Candidate) -> Bool {
    guard candidate.units == 1, let first = candidate.replacement.first else { return false }
    let after = candidate.output[candidate.outputEnd...]
    if candidate.page != CodePages.windows1252, !CharacterTraits.of(first).kind.isLetter {
      let bonus = SymbolBonus.gain(of: candidate.replacement)
      let letters = damaged.count { CharacterTraits.of($0).kind.isLetter }
      if bonus < 8, letters == damaged.count { return true }
      if bonus == 0, letters == 0, candidate.output.count == candidate.replacement.count {
        return damaged.allSatisfy { !CharacterTraits.of($0).kind.isDrawing }
      }
    }
    if damaged.last == 0x2019, after.elementsEqual([0x73]) { return true }
    return first == 0xA0
      && (candidate.output[..<candidate.outputStart].last.map { CharacterTraits.of($0).kind.isCapital } ?? false)
      && (after.first.map { CharacterTraits.of($0).kind.isCapital } ?? false)
  }

  private static let oneLetterWords = Set("авикосуяйєіїАВИКОСУЯЙЄІЇοόηήωώΟΌΗΉΩΏőŐ".unicodeScalars.map(\.value))

  private static func isForeignLetter(_ candidate: Candidate) -> Bool {
    guard candidate.units == 1, let letter = candidate.replacement.last else { return false }
    let traits = CharacterTraits.of(letter)
    return traits.kind.isLetter && traits.script != .latin && traits.script != .greek
  }
}
