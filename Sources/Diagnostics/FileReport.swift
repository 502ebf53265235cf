public import Source

/// What was found in one file.
public struct FileReport: Sendable {
  /// The path as the user gave it, or the name given to standard input.
  public let file: String
  public let source: SourceText
  /// The findings in the order of their places.
  public let diagnostics: [Diagnostic]
  /// What was looked at to find them.
  public let checked: Counted

  public init(file: String, source: SourceText, diagnostics: [Diagnostic], checked: Counted) {
    self.file = file
    self.source = source
    self.diagnostics = diagnostics.sorted()
    self.checked = checked
  }
}
