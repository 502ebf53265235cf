public import Markup

/// A format in which findings are written.
public struct Reporter: Sendable {
  /// The name that `--format` takes.
  public let id: String
  /// One line on what the format is for.
  public let summary: String
  /// Whether the report is one document that programs parse, so that there must be one about no file too.
  public let isDocument: Bool
  private let write: @Sendable ([FileReport], ReportStyle, [RuleDescription]) throws(XMLError) -> String

  public init(
    id: String, summary: String, isDocument: Bool = false,
    write: @escaping @Sendable ([FileReport], ReportStyle, [RuleDescription]) throws(XMLError) -> String
  ) {
    self.id = id
    self.summary = summary
    self.isDocument = isDocument
    self.write = write
  }

  /// The whole report of a run, which ends in a line feed; the same reports give the same text.
  ///
  /// - Parameter rules: the rules that there are, for formats that describe those of the findings.
  public func report(
    _ files: [FileReport], style: ReportStyle = ReportStyle(), rules: [RuleDescription] = []
  ) throws(XMLError) -> String {
    try write(files, style, rules)
  }
}

/// The description of a rule in a report.
public struct RuleDescription: Hashable, Sendable {
  public let id: String
  /// What the rule demands, in one sentence.
  public let summary: String
  /// Why it is demanded.
  public let rationale: String
  /// The severity without any configuration; nil for a rule that is off.
  public let defaultSeverity: Severity?

  public init(id: String, summary: String, rationale: String, defaultSeverity: Severity?) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.defaultSeverity = defaultSeverity
  }
}
