public import Source

/// A part of a file in which mojibake is reported, but not repaired or only on a condition. The caller knows Markdown and gives it.
public struct ProtectedRegion: Sendable, Hashable {
  /// The content of a region.
  public enum Kind: Sendable, Hashable {
    /// A code span or block: repaired only if text outside code proves the encoding.
    case code
    /// A link's destination: never repaired.
    case destination
    /// A character of the file's syntax, such as the quote after a value: no repair contains it.
    case syntax
    /// Text with a suppression comment: never repaired.
    case suppressed
  }

  public let range: SourceRange
  public let kind: Kind

  public init(_ range: SourceRange, _ kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

extension [ProtectedRegion] {
  /// The regions of a Markdown text, in order: code, link destinations, syntax, suppressed text.
  public init(
    code: [SourceRange], destinations: [SourceRange], syntax: [SourceRange] = [], suppressed: [SourceRange] = []
  ) {
    self =
      code.map { ProtectedRegion($0, .code) } + destinations.map { ProtectedRegion($0, .destination) }
      + syntax.map { ProtectedRegion($0, .syntax) } + suppressed.map { ProtectedRegion($0, .suppressed) }
    sort { $0.range < $1.range }
  }
}
