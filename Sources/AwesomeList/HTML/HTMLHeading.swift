import Markup
import Source

/// A heading in raw HTML.
struct HTMLHeading {
  /// 1 to 6.
  let level: Int
  let text: String
  /// From the start tag to the end tag.
  let range: SourceRange

  /// The closed headings, in the order of the text.
  static func all(in tokens: some Collection<HTMLToken>) -> [HTMLHeading] {
    var result: [HTMLHeading] = []
    var open: (name: String, range: SourceRange, text: String)?
    for token in tokens {
      switch token.kind {
      case .start(let tag) where level(tag.name) != nil: open = (tag.name, token.range, "")
      case .text(let text): open?.text += text
      case .end(let name):
        guard let heading = open, heading.name == name, let level = level(name) else { continue }
        let text = heading.text.trimmed
        result.append(HTMLHeading(level: level, text: text, range: heading.range.union(token.range)))
        open = nil
      default: break
      }
    }
    return result
  }

  /// The level of an element's name; nil if it is not that of a heading.
  static func level(_ name: String) -> Int? {
    guard name.utf8.count == 2, let digit = name.removing(prefix: "h"), let level = Int(digit), (1...6).contains(level)
    else { return nil }
    return level
  }

  /// The only heading in a block without words outside of it.
  static func only(in tokens: ArraySlice<HTMLToken>) -> HTMLHeading? {
    let all = all(in: tokens)
    guard all.count == 1, let heading = all.first, !heading.text.isEmpty else { return nil }
    let hasWordsOutside = tokens.contains { token in
      guard case .text(let text) = token.kind, !heading.range.contains(token.range) else { return false }
      return !text.isBlank
    }
    return hasWordsOutside ? nil : heading
  }
}
