/// How a report for people looks; formats for programs ignore it.
public struct ReportStyle: Hashable, Sendable {
  /// Whether to write ANSI colours.
  public let colors: Bool

  public init(colors: Bool = false) {
    self.colors = colors
  }
}
