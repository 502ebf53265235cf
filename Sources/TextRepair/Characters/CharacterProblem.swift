public import Source

/// A character that is legal but should not stand where it stands.
public struct CharacterProblem: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A byte order mark at the start of the file.
    case byteOrderMark
    /// A no-break space (U+00A0, U+202F); with a fix where it spoils a list marker or a heading.
    case noBreakSpace
    /// A character that takes no room and has no purpose where it stands: zero-width space, word joiner, soft hyphen, a joiner or
    /// non-joiner between characters that do not join, a second variation selector.
    case zeroWidth
    /// A control of the writing direction that is not closed on its line.
    case unbalancedDirection
    /// A control of the writing direction in code or in a link's destination, where it can hide what is written (Trojan Source).
    case hiddenDirection
    /// U+FFFD, where an earlier program could not read a character.
    case replacementCharacter
    /// A control character other than tab and the line ends.
    case control
    /// A letter and its accents that have one character together (Unicode NFC).
    case decomposed
    /// An emoji that shows as a plain sign, because U+FE0F does not follow it.
    case missingVariationSelector
    /// A line end with CR in a file that has others as well.
    case mixedLineEnds
  }

  /// The bytes of the character or characters.
  public let range: SourceRange
  public let kind: Kind
  /// What to write instead, empty to remove; nil when only a person can tell.
  public let fix: String?
  /// The character's code points and name, such as "U+200B ZERO WIDTH SPACE".
  public let character: String

  init(_ kind: Kind, at range: SourceRange, fix: String?, character: String) {
    self.kind = kind
    self.range = range
    self.fix = fix
    self.character = character
  }

  /// What is wrong, as a clause that starts with the character.
  public var message: String {
    switch kind {
    case .byteOrderMark: "\(character) at the start of the file"
    case .noBreakSpace: fix == nil ? "\(character) where a space is usual" : "\(character) where Markdown needs a space"
    case .zeroWidth: "\(character) shows nothing and joins nothing here"
    case .unbalancedDirection: "\(character) changes the writing direction and is not closed on its line"
    case .hiddenDirection: "\(character) changes the writing direction in code or in a link"
    case .replacementCharacter: "\(character) stands where a character was lost"
    case .control: "\(character) is a control character"
    case .decomposed: "\(character) is written as a letter with separate accents"
    case .missingVariationSelector: "\(character) lacks U+FE0F and may show as a plain sign"
    case .mixedLineEnds: "\(character) ends this line, other lines end otherwise"
    }
  }
}
