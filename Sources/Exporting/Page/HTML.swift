import Markup

/// A piece of the page: what is interpolated into its literal text is escaped, except other pieces.
struct HTML: ExpressibleByStringInterpolation {
  let text: String

  /// Markup as it is.
  init(stringLiteral markup: String) { text = markup }

  init(stringInterpolation interpolation: StringInterpolation) { text = interpolation.text }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }

    mutating func appendInterpolation(_ value: String) { text += value.escapedForHTML }

    mutating func appendInterpolation(_ number: Int) { text += String(number) }

    mutating func appendInterpolation(_ piece: HTML) { text += piece.text }

    /// Appends pieces without anything between them.
    mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { text += piece.text }
    }

    mutating func appendInterpolation(_ piece: HTML, if condition: Bool) {
      if condition { text += piece.text }
    }
  }
}
