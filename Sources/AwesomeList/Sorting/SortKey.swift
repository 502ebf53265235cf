import Source

/// The sort key of a name: without letter case, accents, emoji, punctuation and leading words such as articles.
public struct SortKey: Hashable, Comparable, Sendable {
  private let folded: String
  /// The name itself, to order names with the same folded form.
  private let name: String

  public init(_ name: String, _ order: NameOrder = NameOrder()) {
    self.name = name
    let words = Self.words(of: name, order.alphabet)
    // A name of nothing but articles keeps its last word.
    let leading = words.dropLast().prefix { order.ignored.contains($0) }.count
    let folded = words[leading...].joined(separator: " ")
    self.folded = order.sortsNumbersByValue ? Self.withNumbersByValue(folded) : folded
  }

  /// The words of a name as they are compared.
  static func words(of name: String, _ alphabet: Alphabet) -> [String] {
    lowercased(name, alphabet).split { !($0.isLetter || $0.isNumber) }.map { word in
      alphabet.keys.isEmpty ? withoutAccents(word) : key(of: word, alphabet)
    }
  }

  public static func < (left: SortKey, right: SortKey) -> Bool {
    (left.folded, left.name) < (right.folded, right.name)
  }

  /// The text with the number of their digits before numbers, so that these sort by value; without zeros at their start.
  private static func withNumbersByValue(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var digits: [Unicode.Scalar] = []
    func writeNumber() {
      guard !digits.isEmpty else { return }
      let number = digits.drop { $0 == "0" }
      // Eight digits are a 9, and the digit after these counts the rest, so that a longer number comes later.
      result.append(contentsOf: repeatElement("9", count: number.count / 8))
      result.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(number.count % 8)))
      result.append(contentsOf: number)
      digits = []
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
        digits.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(value)))
      } else {
        writeNumber()
        result.append(scalar)
      }
    }
    writeNumber()
    return String(result)
  }

  private static func lowercased(_ name: String, _ alphabet: Alphabet) -> String {
    guard alphabet.hasDotlessI else { return name.lowercased() }
    return name.replacing(each: "I", by: "ı").replacing(each: "İ", by: "i").lowercased()
  }

  /// The key of a word in an alphabet; the longest combination of letters wins.
  private static func key(of word: Substring, _ alphabet: Alphabet) -> String {
    var result = ""
    var rest = word
    while !rest.isEmpty {
      let length = [3, 2, 1].first { alphabet.keys[String(rest.prefix($0))] != nil }
      if let length, let key = alphabet.keys[String(rest.prefix(length))] {
        result += key
        rest = rest.dropFirst(min(length, rest.count))
      } else {
        result += withoutAccents(rest.prefix(1))
        rest.removeFirst()
      }
    }
    return result
  }

  /// The word with base letters for accented Latin letters, by their Unicode names ("LATIN SMALL LETTER E WITH ACUTE").
  private static func withoutAccents(_ word: Substring) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if scalar.isASCII {
        result.append(scalar)
      } else if let base = baseLetter(scalar) {
        result.append(base)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func baseLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, let letters = name.removing(prefix: prefix),
      let with = letters.place(of: " WITH ")
    else { return nil }
    let letter = letters[..<with.lowerBound].lowercased().unicodeScalars
    return letter.count == 1 ? letter.first : nil
  }
}
