import Markdown
import Source

/// Finds the marks of inlines that have another form in the canonical style: `*emphasis*`, `**strong**`, `"link titles"`.
///
/// A mark is left as it is where its neighbours could make another meaning of the new one.
struct InlineStyle {
  private let source: SourceText

  static func edits(in document: Document) -> [Edit] {
    let style = InlineStyle(source: document.source)
    let marks = document.allInlines.flatMap { inline -> [Edit] in
      switch inline.kind {
      case .emphasis: style.marks(of: inline, count: 1)
      case .strong: style.marks(of: inline, count: 2)
      default: []
      }
    }
    return (marks + document.links.flatMap(style.quotes)).sorted { $0.range < $1.range }
  }

  private func marks(of inline: Inline, count: Int) -> [Edit] {
    guard let range = inline.range, range.count > 2 * count, source.bytes[range.lowerBound] == UInt8(ascii: "_") else {
      return []
    }
    let inside = SourceRange(range.lowerBound + count, range.upperBound - count)
    let around = [range.lowerBound - 1, range.upperBound].filter(source.bytes.indices.contains).map { source.bytes[$0] }
    let star = UInt8(ascii: "*")
    let underscore = UInt8(ascii: "_")
    guard !around.contains(star), !around.contains(underscore), !source.bytes(in: inside).contains(star) else {
      return []
    }
    let mark = String(repeating: "*", count: count)
    return [
      Edit(SourceRange(range.lowerBound, inside.lowerBound), mark),
      Edit(SourceRange(inside.upperBound, range.upperBound), mark),
    ]
  }

  private func quotes(of link: Link) -> [Edit] {
    guard let title = link.titleRange, title.lowerBound > 0, title.upperBound < source.bytes.count else { return [] }
    let opening = source.bytes[title.lowerBound - 1]
    let text = source.bytes(in: title)
    let quote = UInt8(ascii: "\"")
    guard opening != quote, !text.contains(quote), !text.contains(UInt8(ascii: "\\")) else { return [] }
    return [
      Edit(SourceRange(title.lowerBound - 1, title.lowerBound), "\""),
      Edit(SourceRange(title.upperBound, title.upperBound + 1), "\""),
    ]
  }
}
