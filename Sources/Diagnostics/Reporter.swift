public import Markup

/// A format in which findings are written.
public struct Reporter: Sendable {
  /// The name that `--format` takes.
  public let id: String
  /// One line on what the format is for.
  public let summary: String
  /// Whether the report is one document that programs parse, so that there must be one about no file too.
  public let isDocument: Bool
  /// Whether the report shows the remarks of its context.
  public let showsRemarks: Bool
  private let write: @Sendable ([FileReport], ReportContext) throws(XMLError) -> [UInt8]

  public init(
    id: String, summary: String, isDocument: Bool = false, showsRemarks: Bool = false,
    write: @escaping @Sendable ([FileReport], ReportContext) throws(XMLError) -> [UInt8]
  ) {
    self.id = id
    self.summary = summary
    self.isDocument = isDocument
    self.showsRemarks = showsRemarks
    self.write = write
  }

  /// The whole report of a run in UTF-8, which ends in a line feed; the same reports give the same bytes.
  public func bytes(_ files: [FileReport], _ context: ReportContext) throws(XMLError) -> [UInt8] {
    try write(files, context)
  }

  /// The whole report as a text.
  public func report(_ files: [FileReport], _ context: ReportContext = ReportContext()) throws(XMLError) -> String {
    String(decoding: try write(files, context), as: UTF8.self)
  }
}
