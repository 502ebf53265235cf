internal import Source

/// The text that a link's fragment quotes from a page, after `:~:text=`.
///
/// Source: WICG, Scroll To Text Fragment, section 3.3.
public struct TextFragment: Hashable, Sendable {
  /// The beginning of the quoted text, as `TextSearch` finds it.
  let phrase: String

  /// Reads a fragment, undecoded; `nil` for one that quotes nothing.
  public init?(_ fragment: String) {
    guard let start = fragment.place(of: ":~:")?.upperBound else { return nil }
    let directive = fragment[start...].split(separator: "&").lazy.compactMap { $0.removing(prefix: "text=") }.first
    // `prefix-,start,end,-suffix`: all but the start are optional.
    let parts = directive?.split(separator: ",") ?? []
    guard let quoted = parts.first(where: { !$0.ends(with: "-") && !$0.begins(with: "-") }) else { return nil }
    phrase = TextSearch.normalized(PercentEncoding.decode(String(quoted)))
    if phrase.isEmpty || phrase.utf8.count > FragmentTarget.longest { return nil }
  }
}

/// Finds phrases in a text that arrives in pieces, without regard to case and the number of spaces.
struct TextSearch {
  private let phrases: [[UInt8]]
  private let longest: Int
  private(set) var found: Set<String> = []
  /// The end of the text so far, in which a phrase may begin.
  private var tail: [UInt8] = []

  /// - Parameter phrases: normalized.
  init(_ phrases: Set<String>) {
    self.phrases = phrases.map { Array($0.utf8) }
    longest = self.phrases.map(\.count).max() ?? 0
  }

  var isEmpty: Bool { phrases.isEmpty }

  /// The text in lower case, with one space for each run of white space, and none at the ends.
  static func normalized(_ text: String) -> String {
    text.lowercased().unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map(String.init).joined(
      separator: " ")
  }

  mutating func read(_ piece: String) {
    guard !phrases.isEmpty else { return }
    var bytes = tail
    for byte in piece.lowercased().utf8 {
      // A no-break space is one, too.
      let isSpace = byte.isASCIIWhitespace || (byte == 0xA0 && bytes.last == 0xC2)
      if byte == 0xA0, isSpace { bytes.removeLast() }
      if isSpace, bytes.last == UInt8(ascii: " ") { continue }
      bytes.append(isSpace ? UInt8(ascii: " ") : byte)
    }
    for phrase in phrases where bytes.firstRange(of: phrase) != nil {
      found.insert(String(decoding: phrase, as: UTF8.self))
    }
    tail = bytes.suffix(longest)
  }
}
