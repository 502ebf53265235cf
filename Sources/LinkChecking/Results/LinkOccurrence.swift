public import Source

/// A place where a link stands.
public struct LinkOccurrence: Hashable, Sendable {
  /// The file, as the user named it.
  public let file: String
  /// The line and column of the destination's first character.
  public let location: SourceLocation
  /// The bytes of the destination, and nothing else.
  public let range: SourceRange

  public init(file: String, location: SourceLocation, range: SourceRange) {
    self.file = file
    self.location = location
    self.range = range
  }
}
