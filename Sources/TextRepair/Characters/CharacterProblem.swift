public import Source

/// A legal character in the wrong place.
public struct CharacterProblem: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A byte order mark at the start of the file.
    case byteOrderMark
    /// A no-break space (U+00A0, U+202F); with a fix after a list marker or number sign.
    case noBreakSpace
    /// An invisible character without a purpose: zero-width space, word joiner, soft hyphen, a joiner or non-joiner between
    /// characters that do not join, a second variation selector.
    case zeroWidth
    /// A direction control that is not closed on its line.
    case unbalancedDirection
    /// A direction control in code or a link's destination, where it can hide text (Trojan Source, CVE-2021-42574).
    case hiddenDirection
    /// U+FFFD, written by an earlier program for a character that it could not read.
    case replacementCharacter
    /// A control character other than tab and newlines.
    case control
    /// A letter with separate accents that Unicode NFC composes.
    case decomposed
    /// An emoji that may show as a text symbol, because U+FE0F does not follow it.
    case missingVariationSelector
    /// A newline with CR in a file with different newlines.
    case mixedLineEnds
  }

  /// The bytes of the character or characters.
  public let range: SourceRange
  public let kind: Kind
  /// The replacement, empty to remove; nil if only a person can decide.
  public let fix: String?
  /// The character's code points and name, such as "U+200B ZERO WIDTH SPACE".
  public let character: String

  init(_ kind: Kind, at range: SourceRange, fix: String?, character: String) {
    self.kind = kind
    self.range = range
    self.fix = fix
    self.character = character
  }

  /// The fault, as a clause that starts with the character.
  public var message: String {
    switch kind {
    case .byteOrderMark: "\(character) at the start of the file"
    case .noBreakSpace: fix == nil ? "\(character) instead of a space" : "\(character) where Markdown needs a space"
    case .zeroWidth: "\(character) is invisible and has no effect here"
    case .unbalancedDirection: "\(character) changes the text direction and is not closed on its line"
    case .hiddenDirection: "\(character) changes the text direction in code or in a link"
    case .replacementCharacter: "\(character) replaces a lost character"
    case .control: "\(character) is a control character"
    case .decomposed: "\(character) is a letter with separate accents"
    case .missingVariationSelector: "\(character) lacks U+FE0F and may show as a text symbol"
    case .mixedLineEnds: "\(character) ends this line, but other lines end differently"
    }
  }
}

/// Optional checks of characters.
public struct CharacterProblemOptions: Sendable, Hashable {
  /// Whether to report decomposed letters.
  public var checksNormalization: Bool
  /// Whether to report emoji without U+FE0F.
  public var checksVariationSelectors: Bool

  public init(checksNormalization: Bool = false, checksVariationSelectors: Bool = false) {
    self.checksNormalization = checksNormalization
    self.checksVariationSelectors = checksVariationSelectors
  }
}

/// The legal characters of a text that are in the wrong place, in order.
///
/// Characters in the range of a repair and suppressed ones are left out. In code and destinations only direction controls, U+FFFD and
/// control characters are reported: they deceive, or show a loss.
public func characterProblems(
  in source: SourceText, protected: [ProtectedRegion] = [], repairs: [Mojibake] = [],
  options: CharacterProblemOptions = CharacterProblemOptions()
) -> [CharacterProblem] {
  var search = CharacterProblemSearch(source: source, protected: protected, repairs: repairs, options: options)
  return search.problems()
}
