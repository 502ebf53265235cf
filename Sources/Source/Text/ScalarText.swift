/// Operations that see each scalar of a text by itself.
///
/// To Swift, `#` and a variation selector or an accent after it are one `Character`; to Markdown, URLs and configuration they are two.
/// So these are the operations for text of a file, wherever a character of ASCII means something.
extension StringProtocol {
  /// Whether the text begins with another one.
  @inlinable
  public func begins(with prefix: some StringProtocol) -> Bool {
    utf8.starts(with: prefix.utf8)
  }

  /// Whether another text is somewhere in this one.
  public func holds(_ part: some StringProtocol) -> Bool {
    place(of: part) != nil
  }

  /// Where another text is for the first time; nil where it is not, or is empty.
  public func place(of part: some StringProtocol) -> Range<Index>? {
    guard let first = part.utf8.first else { return nil }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: part.utf8) { return start..<rest.index(start, offsetBy: part.utf8.count) }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Whether there is nothing but white space.
  public var isBlank: Bool { unicodeScalars.allSatisfy(\.isWhitespace) }
}

extension StringProtocol where SubSequence == Substring {
  /// Whether the text ends with another one.
  public func ends(with suffix: some StringProtocol) -> Bool {
    removing(suffix: suffix) != nil
  }

  /// The text after a prefix; nil where it does not begin so.
  public func removing(prefix: some StringProtocol) -> Substring? {
    begins(with: prefix) ? self[utf8.index(startIndex, offsetBy: prefix.utf8.count)...] : nil
  }

  /// The text before a suffix; nil where it does not end so.
  public func removing(suffix: some StringProtocol) -> Substring? {
    let bytes = self[...].utf8
    guard let end = bytes.index(bytes.endIndex, offsetBy: -suffix.utf8.count, limitedBy: bytes.startIndex),
      bytes[end...].elementsEqual(suffix.utf8)
    else { return nil }
    return self[..<end]
  }

  /// The text before the first of some characters of ASCII; all of it where it has none.
  public func upTo(_ marks: StaticString) -> Substring {
    self[..<(utf8.firstIndex { byte in marks.withUTF8Buffer { unsafe $0.contains(byte) } } ?? endIndex)]
  }

  /// The parts between the occurrences of a character of ASCII.
  public func parts(
    at separator: Unicode.Scalar, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true
  ) -> [Substring] {
    utf8.split(
      separator: UInt8(ascii: separator), maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences
    ).map { self[$0.startIndex..<$0.endIndex] }
  }

  /// The text without the scalars at both ends that fulfil a condition.
  public func trimmingScalars(while isTrimmed: (Unicode.Scalar) -> Bool) -> Substring {
    Substring(self[...].unicodeScalars.trimming(while: isTrimmed))
  }

  /// The text without white space at both ends.
  public var trimmed: String {
    // Most texts begin and end in ASCII, whose classes are faster to find.
    let rest = self[...].utf8.trimming(while: \.isASCIIWhitespace)
    guard (rest.first ?? 0) >= 0x80 || (rest.last ?? 0) >= 0x80 else { return String(Substring(rest)) }
    return String(trimmingScalars(while: \.isWhitespace))
  }

  /// The text with another one in each place of a part.
  public func replacing(each part: some StringProtocol, by new: some StringProtocol) -> String {
    var result = ""
    var rest = self[...]
    while let place = rest.place(of: part) {
      result += rest[..<place.lowerBound]
      result += new
      rest = rest[place.upperBound...]
    }
    return result + rest
  }
}

/// A text as a key: texts are equal if their bytes are, where equal strings may differ (`é` has two forms).
public struct ExactText: Hashable, Sendable {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  public static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension Unicode.Scalar {
  /// Whether this is white space; most scalars are ASCII, for which the standard library's tables need not be asked.
  @inlinable
  public var isWhitespace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
