import Markdown
import Source

/// Writes links to sections in the form that the items of a contents list have.
struct ContentsLinkWriter {
  private let source: SourceText
  private let sections: AnchoredSections
  /// Whether the items leave out the emoji of headings.
  private let leavesEmoji: Bool
  /// The marks that most items have around their text, and around their link.
  private let innerMarks: String
  let outerMarks: String

  init(_ contents: ContentsList, _ sections: AnchoredSections, in source: SourceText) {
    self.source = source
    self.sections = sections
    let pairs = contents.items.compactMap { item in item.section.map { (item.link.text, $0.heading) } }
    let withEmoji = pairs.filter { $1.emoji != nil }
    innerMarks = Self.usual(
      contents.items.map { item in
        let words = source[item.link.textRange]
        let marks = String(Substring(words.utf8.prefix { "*_`".utf8.contains($0) }))
        let isAround = words.utf8.count > 2 * marks.utf8.count && words.utf8.reversed().starts(with: marks.utf8)
        return isAround && !item.link.isHTML ? marks : ""
      })
    outerMarks = Self.usual(
      contents.items.filter { $0.block != nil }.map { item in
        let (start, end) = (item.link.range.lowerBound, item.link.range.upperBound)
        let before = source.bytes[..<start].suffix(3).reversed().prefix { "*_".utf8.contains($0) }
        let after = source.bytes[end...].prefix(before.count)
        return before.elementsEqual(after) ? String(decoding: after, as: UTF8.self) : ""
      })
    leavesEmoji = withEmoji.count { $0 == $1.title } > withEmoji.count { $0 == $1.text }
  }

  /// The text of a section's item.
  func text(of section: Section) -> String { leavesEmoji ? section.title : section.heading.text }

  /// The link to a section in the form of an item's.
  func link(to section: Section, like item: ContentsItem) -> String {
    let link = item.link
    let anchor = sections.anchor(of: section)
    let text = text(of: section)
    if link.isHTML { return html(link, anchor, text) }
    if innerMarks == "`", !text.utf8.contains(UInt8(ascii: "`")) { return "[`\(text)`](#\(anchor))" }
    let marks = innerMarks.utf8.contains(UInt8(ascii: "`")) ? "" : innerMarks
    return "[\(marks)\(text.escapedForLinkText)\(marks)](#\(anchor))"
  }

  /// The marks that more than half of the items have.
  private static func usual(_ marks: [String]) -> String {
    let counts = Dictionary(marks.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.first { $0.value * 2 > marks.count }?.key ?? ""
  }

  private func html(_ link: ContentsLink, _ anchor: String, _ text: String) -> String {
    let whole = source[link.range]
    guard let destination = link.destinationRange else { return whole }
    let tag =
      source[SourceRange(link.range.lowerBound, destination.lowerBound)] + "#" + anchor
      + source[SourceRange(destination.upperBound, link.textRange.lowerBound)]
    let words = source[link.textRange]
    let opening = words.prefixMatch(of: /(?:\s*<[a-zA-Z][^>]*>)*\s*/).map { String($0.0) } ?? ""
    let closing = words.firstMatch(of: /\s*(?:<\/[^>]*>\s*)*$/).map { String($0.0) } ?? ""
    let isSafe = opening.utf8.count + closing.utf8.count < words.utf8.count && !opening.contains("<img")
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    let end = source[SourceRange(link.textRange.upperBound, link.range.upperBound)]
    return tag + (isSafe ? opening + escaped + closing : escaped) + end
  }
}
