public import Diagnostics
public import Source

/// Severities that hold in the sections with some titles, and in what is below them.
public struct SectionOverride: Sendable {
  public let title: Glob
  /// The severities by rule id; nil there switches a rule off.
  public let severities: [String: Severity?]

  public init(title: Glob, severities: [String: Severity?]) {
    self.title = title
    self.severities = severities
  }
}
