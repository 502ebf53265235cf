/// A piece of the page: what is interpolated into its literal text is escaped, except other pieces.
public struct HTML: ExpressibleByStringInterpolation, Sendable {
  public let text: String

  /// Markup as it is.
  public init(stringLiteral markup: String) { text = markup }

  public init(stringInterpolation interpolation: StringInterpolation) { text = interpolation.text }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    public mutating func appendLiteral(_ literal: String) { text += literal }

    public mutating func appendInterpolation(_ value: String) { text += value.escapedForHTML }

    public mutating func appendInterpolation(_ number: Int) { text += String(number) }

    public mutating func appendInterpolation(_ piece: HTML) { text += piece.text }

    /// Appends pieces without anything between them.
    public mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { text += piece.text }
    }

    public mutating func appendInterpolation(_ piece: HTML, if condition: Bool) {
      if condition { text += piece.text }
    }
  }
}
