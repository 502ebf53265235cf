extension Page.Refresh {
  /// Reads `5; url=…`, `5, …` and `5 url=…` (HTML, section 4.2.5.3); `nil` where there is no address.
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

  /// What follows `url=`, or everything where that does not come; a quote ends what begins with one.
  private static func address(_ text: Substring) -> String {
    var text = text
    if text.prefix(3).lowercased() == "url" {
      let rest = text.dropFirst(3).drop { $0.isWhitespace }
      if rest.first == "=" { text = rest.dropFirst().drop { $0.isWhitespace } }
    }
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      return String(text).trimmingEnd
    }
    return String(text.dropFirst().prefix { $0 != quote }).trimmingEnd
  }
}

extension String {
  /// The text without white space at its end.
  fileprivate var trimmingEnd: String {
    lastIndex { !$0.isWhitespace }.map { String(self[...$0]) } ?? ""
  }
}
