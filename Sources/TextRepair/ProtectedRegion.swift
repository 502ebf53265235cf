public import Source

/// A part of a file in which damage is told but not repaired, or only on conditions; given by the caller, who knows Markdown.
public struct ProtectedRegion: Sendable, Hashable {
  /// What a region holds.
  public enum Kind: Sendable, Hashable {
    /// A code span or block: repaired only when the same encoding is proven outside of code.
    case code
    /// A link's destination: never repaired.
    case destination
    /// Text that a comment exempts: never repaired.
    case suppressed
  }

  /// The bytes of the region in the file.
  public let range: SourceRange
  public let kind: Kind

  public init(_ range: SourceRange, _ kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

extension [ProtectedRegion] {
  /// The regions of a Markdown text: its code, the destinations of its links, and what its comments exempt.
  public init(code: [SourceRange], destinations: [SourceRange], suppressed: [SourceRange] = []) {
    self =
      code.map { ProtectedRegion($0, .code) } + destinations.map { ProtectedRegion($0, .destination) }
      + suppressed.map { ProtectedRegion($0, .suppressed) }
    sort { $0.range < $1.range }
  }
}
