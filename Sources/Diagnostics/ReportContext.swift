/// What a report shows besides the findings.
public struct ReportContext: Sendable {
  public var style = ReportStyle()
  /// The rules that there are, for formats that describe those of the findings.
  public var rules: [RuleDescription] = []
  /// The lowest severity that fails the run; nil where none does.
  public var failing: Severity? = .error
  public var advice = Advice()
  /// Lines about the run as a whole, without newlines, which reports for people put under the counts.
  public var remarks: [String] = []
  /// How long the run took; nil where the report does not have it.
  public var elapsed: Duration?
  public var tool = Tool()
  /// The command that ran, so that code scanning keeps the reports of two commands apart.
  public var command: String?
  /// The path of a file from the root of its repository, by its name in reports; the name itself outside of a repository.
  public var repositoryPath: @Sendable (_ file: String) -> String = { $0 }

  public init() {}
}

/// How a report for people looks; formats for programs ignore it.
public struct ReportStyle: Hashable, Sendable {
  /// The columns of source lines where the terminal's are not known, as in a pipe.
  public static let defaultWidth = 100

  /// Whether to write ANSI colours.
  public let colors: Bool
  /// The most columns of a source line with its indentation.
  public let width: Int
  /// Whether sentences longer than that go on in the next line, as on a terminal; programs that read a pipe want one line a finding.
  public let wraps: Bool

  public init(colors: Bool = false, width: Int = defaultWidth, wraps: Bool = false) {
    (self.colors, self.wraps) = (colors, wraps)
    // Less is no place for a finding between two ellipses, and more is no line that anyone reads.
    self.width = min(max(width, 20), 1_000)
  }
}

/// The commands that a report for people names at its end; nil for those that would do nothing.
public struct Advice: Hashable, Sendable {
  /// The command that applies safe fixes.
  public var fix: String?
  /// The command that applies all fixes.
  public var unsafeFix: String?
  /// The command that explains a rule.
  public var explanation: String?

  public init(fix: String? = nil, unsafeFix: String? = nil, explanation: String? = nil) {
    self.fix = fix
    self.unsafeFix = unsafeFix
    self.explanation = explanation
  }
}

/// The program that made a report.
public struct Tool: Hashable, Sendable {
  public let version: String?
  /// The address of its home.
  public let url: String?

  public init(version: String? = nil, url: String? = nil) {
    self.version = version
    self.url = url
  }
}
