internal import Source

/// The text that a link's fragment quotes from a page, after `:~:text=`.
///
/// Source: WICG, Scroll To Text Fragment, section 3.3.
public struct TextFragment: Hashable, Sendable {
  /// The parts of its quotations, as `TextSearch` finds them: the start and end of each, and what is before and after it. A page that lacks
  /// one does not have what is quoted.
  let phrases: [String]

  /// Reads a fragment, undecoded; `nil` for one that quotes nothing.
  public init?(_ fragment: String) {
    guard let start = fragment.place(of: ":~:")?.upperBound else { return nil }
    let quotations = fragment[start...].split(separator: "&").compactMap { $0.removing(prefix: "text=") }
    phrases = quotations.flatMap(Self.parts)
    if phrases.isEmpty { return nil }
  }

  /// The parts of `prefix-,start,end,-suffix`; none without a start.
  private static func parts(of quotation: Substring) -> [String] {
    let parts = quotation.split(separator: ",")
    guard parts.contains(where: { !$0.ends(with: "-") && !$0.begins(with: "-") }) else { return [] }
    let phrases = parts.map { part in
      let bare = part.removing(suffix: "-") ?? part.removing(prefix: "-") ?? part
      return TextSearch.normalized(PercentEncoding.decode(String(bare)))
    }
    return phrases.allSatisfy { !$0.isEmpty && $0.utf8.count <= FragmentTarget.longest } ? phrases : []
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
    folded(text).unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map(String.init).joined(
      separator: " ")
  }

  /// The text in lower case, with plain quotation marks and without soft hyphens, as browsers compare it.
  private static func folded(_ text: String) -> String {
    let lower = text.lowercased()
    if lower.utf8.allSatisfy({ $0 < 0x80 }) { return lower }
    var scalars = String.UnicodeScalarView()
    for scalar in lower.unicodeScalars {
      switch scalar.value {
      case 0xAD: continue
      case 0x2018...0x201B: scalars.append("'")
      case 0x201C...0x201F: scalars.append("\"")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  mutating func read(_ piece: String) {
    guard !phrases.isEmpty else { return }
    var bytes = tail
    for byte in Self.folded(piece).utf8 {
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
