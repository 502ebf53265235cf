import Markdown
import Source

extension EntryText {
  /// Whether the description is no sentence but names somebody or something, such as the author of a book and its formats.
  ///
  /// These are names of at least two words, a word with digits in it, or a name with formats such as `(PDF)` after it.
  func isLabel(in source: SourceText) -> Bool {
    var words = LabelWords()
    for piece in pieces {
      switch piece.kind {
      case .text:
        let areNames = unsafe piece.withBytes(in: source) { unsafe words.read($0) }
        if !areNames { return false }
      case .emphasis, .strong, .link, .image, .html: break
      default: return false
      }
    }
    return words.areLabel
  }
}

/// The words of a description, as long as they are names.
private struct LabelWords {
  private var nameCount = 0
  private var hasDigits = false
  private var hasFormats = false
  private var depth = 0

  /// Whether there are enough names for a label: names of at least two words, one with digits, or one with formats after it.
  var areLabel: Bool { (1..<10).contains(nameCount) && (nameCount > 1 || hasDigits || hasFormats) }

  /// Reads a text; false at the first word outside of brackets that is no name, which in a sentence comes soon.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    for index in 0...bytes.count {
      let byte = index < bytes.count ? unsafe bytes[index] : 0x20
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if depth == 0, unsafe !readWord(bytes[start..<index]) { return false }
        if depth == 0 { hasFormats = unsafe hasFormats || Self.isFormat(bytes[(index + 1)...]) }
        depth += 1
        start = index + 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth = max(0, depth - 1)
        start = index + 1
      case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "/"):
        if depth == 0, unsafe !readWord(bytes[start..<index]) { return false }
        start = index + 1
      default: break
      }
    }
    return true
  }

  /// Counts a word; false for one that is no name, or ends a sentence.
  private mutating func readWord(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = unsafe word.first, let last = unsafe word.last else { return true }
    if unsafe word.contains(where: \.isASCIIDigit) {
      hasDigits = true
    } else if first >= 0x80 {
      let text = unsafe String(decoding: word, as: UTF8.self)
      guard text == "·" || text.first?.isUppercase == true else { return false }
    } else if !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) {
      return unsafe Self.particles.contains(String(decoding: word, as: UTF8.self))
    }
    nameCount += 1
    // An initial or a title ends in a full stop too, but a name does not end with it.
    return last != UInt8(ascii: "!") && last != UInt8(ascii: "?")
  }

  /// Whether the text up to the closing bracket has no small letter, as `PDF, EPUB` has none.
  private static func isFormat(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let inside = unsafe rest.prefix { $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "]") }
    return unsafe !inside.isEmpty && inside.allSatisfy { $0 < 0x80 && !$0.isASCIILowercase }
  }

  /// The words in names that begin with a small letter.
  private static let particles: Set<String> = [
    "al", "al.", "and", "by", "da", "das", "de", "del", "della", "den", "der", "di", "dos", "du", "e", "et", "la", "le",
    "of", "och", "og",
    "the", "und", "van", "von", "y", "zu",
  ]
}
