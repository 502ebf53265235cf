public import Source

/// A comment that disables or enables rules: `<!-- awesome-disable-next-line ID… -->`, or awesome-lint's `<!--lint ignore ID…-->`.
public struct SuppressionComment: Sendable {
  /// The effect of a comment.
  public enum Action: String, CaseIterable, Sendable {
    /// No findings from here.
    case disable
    /// Findings again from here.
    case enable
    /// No findings on the next line.
    case nextLine = "disable-next-line"
    /// No findings on the comment's line.
    case line = "disable-line"
    /// No findings anywhere.
    case file = "disable-file"
    /// No findings in the block or inline after the comment.
    case ignore
  }

  /// A rule's id as written.
  public struct Name: Sendable {
    public let text: String
    public let range: SourceRange
  }

  /// A word in the position of an action that is not one.
  public struct UnknownAction: Sendable {
    public let word: Name
    /// The word that was probably meant.
    public let meant: String?
  }

  private static let prefix = "awesome-"

  public let comment: HTMLComment
  public let action: Action
  /// The named rules; empty for all rules.
  public let names: [Name]
  /// Whether this is awesome-lint's syntax.
  public let isForeign: Bool

  /// Reads a comment; nil for any other.
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
      guard let action = first.text.removing(prefix: Self.prefix).flatMap({ Action(rawValue: String($0)) }),
        action != .ignore
      else { return nil }
      self.action = action
      isForeign = false
    }
    self.comment = comment
    // The reason is after two hyphens.
    names = Array(words.prefix { $0.text != "--" })
  }

  /// The wrong word in a comment such as `awesome-disabel` or `lint off`; nil for any other comment.
  static func unknownAction(of comment: HTMLComment, in source: SourceText) -> UnknownAction? {
    let words = words(of: comment.content, in: source).prefix(2)
    guard let first = words.first, !IgnoredLinks.isKnown(comment, in: source) else { return nil }
    if first.text.lowercased() == "lint" {
      guard let second = words.dropFirst().first else { return nil }
      let known = [Action.disable, .enable, .ignore].map(\.rawValue)
      return UnknownAction(word: second, meant: nearest(to: second.text, among: known))
    }
    guard let action = first.text.lowercased().removing(prefix: prefix) else { return nil }
    // Other programs have comments with the same prefix.
    let known = Action.allCases.filter { $0 != .ignore }.map(\.rawValue) + ["ignore-link"]
    let meant = nearest(to: String(action), among: known)
    guard meant != nil || ["disable", "enable", "ignore"].contains(where: { action.begins(with: $0) }) else {
      return nil
    }
    return UnknownAction(word: first, meant: meant.map { prefix + $0 })
  }

  /// The words of a comment, separated by white space and commas.
  private static func words(of range: SourceRange, in source: SourceText) -> [Name] {
    let bytes = source.bytes(in: range)
    return bytes.indices.split { " \t\r\n,".utf8.contains(bytes[$0]) }.compactMap { part in
      guard let first = part.first, let last = part.last else { return nil }
      let range = SourceRange(first, last + 1)
      return Name(text: source[range], range: range)
    }
  }
}
