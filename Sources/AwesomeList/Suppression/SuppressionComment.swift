public import Source

/// A comment that switches rules off or on: `<!-- awesome-disable-next-line ID… -->`, or awesome-lint's `<!--lint ignore ID…-->`.
public struct SuppressionComment: Sendable {
  /// What a comment does.
  public enum Action: String, Sendable {
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
