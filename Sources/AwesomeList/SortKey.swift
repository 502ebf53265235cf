/// The form of a name by which people look it up: without letter case, accents, emoji, punctuation and a leading article.
public struct SortKey: Hashable, Comparable, Sendable {
  private let folded: String
  /// The name itself, so that names which differ only in what is folded have an order, too.
  private let name: String

  public init(_ name: String) {
    self.name = name
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }.map { Self.withoutAccents($0) }
    let articles: Set<String> = ["a", "an", "the"]
    folded = words.drop { words.count > 1 && articles.contains($0) }.joined(separator: " ")
  }

  public static func < (left: SortKey, right: SortKey) -> Bool {
    (left.folded, left.name) < (right.folded, right.name)
  }

  /// Accented Latin letters as their base letters, which their Unicode names tell ("LATIN SMALL LETTER E WITH ACUTE").
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
    guard let name = scalar.properties.name, name.hasPrefix(prefix), let with = name.firstRange(of: " WITH ") else {
      return nil
    }
    let letter = name[..<with.lowerBound].dropFirst(prefix.count).lowercased().unicodeScalars
    return letter.count == 1 ? letter.first : nil
  }
}
