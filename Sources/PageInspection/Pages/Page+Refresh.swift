internal import Source

extension Page.Refresh {
  /// Reads `5; url=…`, `5, …` and `5 url=…` (HTML, section 4.2.5.3); `nil` without an address.
  init?(_ content: String) {
    let rest = content.drop { $0.isWhitespace }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty || rest.first == ".", let delay = Int("0" + digits.prefix(6)) else { return nil }
    let tail = rest.dropFirst(digits.count).drop { $0.isASCII && $0.isNumber || $0 == "." }
    guard let separator = tail.first, separator == ";" || separator == "," || separator.isWhitespace else { return nil }
    var text = tail.drop { $0.isWhitespace }
    if text.first == ";" || text.first == "," { text = text.dropFirst() }
    let url = Self.address(text.drop { $0.isWhitespace })
    guard !url.isEmpty, url.utf8.count <= 8192 else { return nil }
    self.init(delay: delay, url: url)
  }

  /// The text after `url=`, or the whole text without it; an opening quote ends at the next one.
  private static func address(_ text: Substring) -> String {
    var text = text
    if text.prefix(3).lowercased() == "url" {
      let rest = text.dropFirst(3).drop { $0.isWhitespace }
      if rest.first == "=" { text = rest.dropFirst().drop { $0.isWhitespace } }
    }
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      return String(text.trimmingSuffix(while: \.isWhitespace))
    }
    return String(text.dropFirst().prefix { $0 != quote }.trimmingSuffix(while: \.isWhitespace))
  }
}
