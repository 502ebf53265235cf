/// Masks the user names and passwords of URLs, also of a URL inside another one such as an archive's.
public enum Credentials {
  /// The replacement of a user name and password.
  public static let mask = "***"

  /// A text with every user name and password of its URLs masked.
  public static func hidden(in text: String) -> String {
    hidden(in: text, isURL: false)
  }

  /// A URL with its user name and password masked. It has no other text, so only its syntax ends a password.
  public static func hidden(inURL text: String) -> String {
    hidden(in: text, isURL: true)
  }

  private static func hidden(in text: String, isURL: Bool) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "%") }) else { return text }
    let bytes = Array(text.utf8)
    let ranges = ranges(in: bytes, isURL: isURL)
    if ranges.isEmpty { return text }
    var result: [UInt8] = []
    var position = 0
    for range in ranges {
      result += bytes[position..<range.lowerBound]
      result += mask.utf8
      position = range.upperBound
    }
    return String(decoding: result + bytes[position...], as: UTF8.self)
  }

  /// The ranges of user names and passwords, without the `@` after them, in order.
  ///
  /// - Parameter isURL: whether the bytes are one URL. In other text a URL also ends at a character that RFC 3986 forbids, unless it is
  ///   between “ and ”.
  public static func ranges(in bytes: [UInt8], isURL: Bool = false) -> [Range<Int>] {
    var scanner = CredentialScanner(bytes, isURL: isURL)
    return scanner.ranges()
  }
}

/// Finds the possible starts of a URL's authority, and the `@` after the user.
private struct CredentialScanner {
  private let bytes: [UInt8]
  private let isURL: Bool
  /// The last authority searched: its bounds and its last `@`.
  private var last: (start: Int, end: Int, isEncoded: Bool, at: Int?) = (0, 0, false, nil)
  /// Whether the place is between “ and ”.
  private var isQuoted = false

  private static let delimiters = Set("/?#\\".utf8)
  /// Characters that end a URL in text; some that RFC 3986 forbids are missing, because programs accept them.
  private static let boundaries = Set("<>\"`|[]{}^ ".utf8)
  private static let encodedDelimiters = ["2f", "3f", "23", "5c", "20", "22", "3c", "3e"].map { Array($0.utf8) }
  private static let quotes = (opening: Array("“".utf8), closing: Array("”".utf8))

  init(_ bytes: [UInt8], isURL: Bool) {
    self.bytes = bytes
    self.isURL = isURL
  }

  mutating func ranges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == Self.quotes.opening[0] { noteQuote(at: index) }
      guard let (start, isEncoded) = authority(at: index) else {
        index += 1
        continue
      }
      index = max(start, index + 1)
      if let at = at(from: start, isEncoded: isEncoded), at > start {
        ranges.append(start..<at)
        index = at
      }
    }
    return ranges
  }

  private mutating func noteQuote(at index: Int) {
    if bytes[index...].starts(with: Self.quotes.opening) { isQuoted = true }
    if bytes[index...].starts(with: Self.quotes.closing) { isQuoted = false }
  }

  /// The start of an authority after a scheme's colon or two slashes at an index, and whether it is percent-encoded.
  private func authority(at index: Int) -> (start: Int, isEncoded: Bool)? {
    if let colon = length(of: UInt8(ascii: ":"), encoded: "3a", at: index) {
      let (start, slashes) = skipSlashes(from: index + colon)
      return slashes > 1 || isWebScheme(before: index) ? (start, colon > 1) : nil
    }
    let isSlash = bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "\\")
    guard isSlash, index == 0 || Self.canBegin(after: bytes[index - 1]) else { return nil }
    let (start, slashes) = skipSlashes(from: index)
    return slashes > 1 ? (start, false) : nil
  }

  /// Whether an address without a scheme can begin after a byte.
  private static func canBegin(after byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x80 || "\"'`(<[=,?&#".utf8.contains(byte)
  }

  private func skipSlashes(from start: Int) -> (end: Int, count: Int) {
    var (end, count) = (start, 0)
    while let length = length(of: UInt8(ascii: "/"), encoded: "2f", at: end)
      ?? length(of: UInt8(ascii: "\\"), encoded: "5c", at: end)
    {
      end += length
      count += 1
    }
    return (end, count)
  }

  /// The length of a byte at an index, plain or percent-encoded; nil if another byte is there.
  private func length(of byte: UInt8, encoded: String, at index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == byte { return 1 }
    return isEncoded(encoded.utf8, at: index) ? 3 : nil
  }

  private func isEncoded(_ digits: some Collection<UInt8>, at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count
      && bytes[index + 1...index + 2].map { $0 | 0x20 }.elementsEqual(digits.map { $0 | 0x20 })
  }

  /// Whether the word before a colon is a scheme that also works without slashes.
  private func isWebScheme(before colon: Int) -> Bool {
    let word = bytes[..<colon].suffix(5).map { $0 | 0x20 }
    return ["http", "https", "ftp"].contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// The last `@` of the authority that starts at an offset; nil if there is none.
  private mutating func at(from start: Int, isEncoded: Bool) -> Int? {
    // A hostile text repeats schemes without slashes thousands of times in one authority.
    if isEncoded != last.isEncoded || start < last.start || start >= last.end {
      var (raw, encoded): (Int?, Int?)
      var end = start
      while end < bytes.count, !ends(at: end, isEncoded: isEncoded) {
        if bytes[end] == UInt8(ascii: "@") { raw = end }
        if self.isEncoded("40".utf8, at: end) { encoded = end }
        end += 1
      }
      last = (start, end, isEncoded, raw ?? encoded)
    }
    return last.at.flatMap { $0 >= start ? $0 : nil }
  }

  private func ends(at index: Int, isEncoded: Bool) -> Bool {
    let byte = bytes[index]
    if Self.delimiters.contains(byte) { return true }
    if isEncoded, byte == UInt8(ascii: "&") || Self.encodedDelimiters.contains(where: { self.isEncoded($0, at: index) })
    {
      return true
    }
    if isURL { return false }
    if isQuoted { return byte == Self.quotes.closing[0] && bytes[index...].starts(with: Self.quotes.closing) }
    return byte < 0x20 || byte == 0x7F || Self.boundaries.contains(byte)
  }
}
