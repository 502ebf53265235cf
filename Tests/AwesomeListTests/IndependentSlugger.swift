import Foundation

/// GitHub's anchors again, from its rules and without the toolkit's code: a regular expression selects the characters that go.
///
/// Source: html-pipeline's table-of-contents filter, `text.downcase.gsub(/[^\p{Word}\- ]/u, "").tr(" ", "-")`.
struct IndependentSlugger {
  private var taken: [Data] = []

  static func slug(_ text: String) -> String {
    // Ruby's \p{Word}: letters, marks, decimal digits, connectors. Letters are what Unicode calls alphabetic.
    let kept = text.lowercased().replacingOccurrences(
      of: "[^\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\- ]", with: "", options: .regularExpression)
    // By scalars: a space and a variation selector behind it are one character.
    return String(String.UnicodeScalarView(kept.unicodeScalars.map { $0 == " " ? "-" : $0 }))
  }

  /// The first of `slug`, `slug-1`, `slug-2`… that no earlier heading has.
  mutating func anchor(for text: String) -> String {
    let slug = Self.slug(text)
    var anchor = slug
    var number = 0
    while taken.contains(Data(anchor.utf8)) {
      number += 1
      anchor = "\(slug)-\(number)"
    }
    taken.append(Data(anchor.utf8))
    return anchor
  }
}
