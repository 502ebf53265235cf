/// The beginning of a text that arrives in chunks, with each run of white space as one space.
struct CollapsedText {
  private(set) var text = ""
  /// The number of bytes to keep.
  private let limit: Int
  private var endsInSpace = true

  /// The text without a space at its end.
  var trimmed: String {
    text.utf8.last == UInt8(ascii: " ") ? String(decoding: text.utf8.dropLast(), as: UTF8.self) : text
  }

  init(limit: Int) {
    self.limit = limit
  }

  mutating func append(_ chunk: some StringProtocol) {
    guard text.utf8.count < limit else { return }
    for scalar in chunk.unicodeScalars {
      if Self.isWhitespace(scalar) {
        if !endsInSpace { text.unicodeScalars.append(" ") }
        endsInSpace = true
      } else {
        text.unicodeScalars.append(scalar)
        endsInSpace = false
      }
      if text.utf8.count >= limit { return }
    }
  }
}

extension CollapsedText {
  /// `White_Space`, without a look-up for ASCII.
  fileprivate static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }
}

extension String {
  /// The text with each run of white space as one space, and none at its ends; `nil` where nothing is left.
  var collapsed: String? {
    var collapsed = CollapsedText(limit: 2048)
    collapsed.append(self)
    return collapsed.trimmed.isEmpty ? nil : collapsed.trimmed
  }
}
