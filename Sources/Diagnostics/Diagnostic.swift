public import Source

/// A finding about one place of one file.
public struct Diagnostic: Hashable, Sendable {
  /// The id of the rule that found it.
  public let rule: String
  public var severity: Severity
  /// One sentence without a final full stop. It may contain any text of the file except passwords: escape it to print it.
  public let message: String
  /// The message without the text that the range has, for a report that shows the source; nil where the message does not repeat it.
  public let brief: String?
  public let range: SourceRange
  public var fix: Fix?
  /// Whether it is about the repository as a whole: its place is where such findings are shown, and nothing there is wrong.
  public let isAboutRepository: Bool

  public init(
    rule: String, severity: Severity, message: String, brief: String? = nil, range: SourceRange, fix: Fix? = nil,
    isAboutRepository: Bool = false
  ) {
    self.rule = rule
    self.severity = severity
    // Here, so that no rule and no reporter can forget it.
    self.message = Credentials.hidden(in: message)
    self.brief = brief.map { Credentials.hidden(in: $0) }
    self.range = range
    self.fix = fix
    self.isAboutRepository = isAboutRepository
  }

  /// What mends the finding; nil where you have to. No fix is applied for a note.
  var remedy: Remedy? {
    guard severity > .note, let fix else { return nil }
    return fix.isSafe ? .fix : .unsafeFix
  }
}

/// The option that mends a finding, by its mark in a report.
enum Remedy: String {
  /// `--fix` does.
  case fix = "[*]"
  /// Only `--unsafe-fixes` does.
  case unsafeFix = "[!]"
}

extension Diagnostic: Comparable {
  /// Orders by place, then by rule, then by message.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.range != right.range { return left.range < right.range }
    return (left.rule, left.message) < (right.rule, right.message)
  }
}

/// How much harm a finding does, from the least.
public enum Severity: String, CaseIterable, Hashable, Sendable {
  /// Something to decide or to know; it never fails a run.
  case note
  /// A slip, or an exception to what the rest of the list does.
  case warning
  /// A fault that readers stumble over.
  case error
}

extension Severity: Comparable {
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
