public import Source

/// A comment that switches rules off or on: `<!-- awesome-disable-next-line ID… -->`, or awesome-lint's `<!--lint ignore ID…-->`.
public struct SuppressionComment: Sendable {
  /// What a comment does.
  public enum Action: String, CaseIterable, Sendable {
    /// No findings from here on.
    case disable
    /// Findings again from here on.
    case enable
    /// No findings on the line behind the comment.
    case nextLine = "disable-next-line"
    /// No findings on the comment's own line.
    case line = "disable-line"
    /// No findings anywhere.
    case file = "disable-file"
    /// No findings in the block or inline behind the comment.
    case ignore
  }

  /// A rule's id as it is written.
  public struct Name: Sendable {
    public let text: String
    public let range: SourceRange
  }

  /// What stands in the place of an action and is none.
  public struct UnknownAction: Sendable {
    public let word: Name
    /// The word that was likely meant.
    public let meant: String?
  }

  public let comment: HTMLComment
  public let action: Action
  /// The rules that are named; none stands for all.
  public let names: [Name]
  /// Whether the comment is written for awesome-lint.
  public let isForeign: Bool

  /// Reads a comment; nil for one that is none of these.
  init?(_ comment: HTMLComment, in source: SourceText) {
    var words = Self.words(of: comment.content, in: source)[...]
    guard let first = words.popFirst() else { return nil }
    if first.text == "lint" {
      guard let action = words.popFirst().flatMap({ Action(rawValue: $0.text) }),
        [.disable, .enable, .ignore].contains(action)
      else { return nil }
      self.action = action
      isForeign = true
    } else {
      guard first.text.hasPrefix("awesome-"), let action = Action(rawValue: String(first.text.dropFirst(8))),
        action != .ignore
      else { return nil }
      self.action = action
      isForeign = false
    }
    self.comment = comment
    // Behind two hyphens stands the reason.
    names = Array(words.prefix { $0.text != "--" })
  }

  /// The word of a comment that begins like one of these and is none, such as `awesome-disabel` or `lint off`, and the word that was
  /// likely meant; nil for any other comment.
  static func unknownAction(of comment: HTMLComment, in source: SourceText) -> UnknownAction? {
    let words = words(of: comment.content, in: source).prefix(2)
    guard let first = words.first else { return nil }
    if first.text.lowercased() == "lint" {
      guard let second = words.dropFirst().first else { return nil }
      let known = [Action.disable, .enable, .ignore].map(\.rawValue)
      return UnknownAction(word: second, meant: nearest(to: second.text, among: known))
    }
    let prefix = "awesome-"
    guard first.text.lowercased().hasPrefix(prefix) else { return nil }
    // Other programs have marks that begin so too.
    let known = Action.allCases.filter { $0 != .ignore }.map(\.rawValue)
    let action = first.text.lowercased().dropFirst(prefix.count)
    let meant = nearest(to: String(action), among: known)
    guard meant != nil || ["disable", "enable", "ignore"].contains(where: action.hasPrefix) else { return nil }
    return UnknownAction(word: first, meant: meant.map { prefix + $0 })
  }

  /// The words of a comment: what blanks, line ends and commas divide.
  private static func words(of range: SourceRange, in source: SourceText) -> [Name] {
    let bytes = source.bytes(in: range)
    return bytes.indices.split { " \t\r\n,".utf8.contains(bytes[$0]) }.compactMap { part in
      guard let first = part.first, let last = part.last else { return nil }
      let range = SourceRange(first, last + 1)
      return Name(text: source[range], range: range)
    }
  }
}
