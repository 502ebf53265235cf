import Markdown
import Source

/// A paragraph whose lines are entries without a list marker: each begins with a link, and its description follows after a separator or
/// on a separate line that begins with a colon.
enum LineEntries {
  /// The entries of a paragraph; empty if a line is not an entry.
  static func entries(of paragraph: Block, html: RawHTML) -> [Entry] {
    guard startsWithLink(paragraph) else { return [] }
    let text = FlatText(paragraph, html: html)
    var entries: [Entry] = []
    var pending: Range<Int>?
    for line in text.lines where !line.isEmpty {
      if isContinuation(text, line) {
        guard let start = pending else { return [] }
        pending = start.lowerBound..<line.upperBound
        continue
      }
      if let pending {
        guard let entry = entry(text, pending) else { return [] }
        entries.append(entry)
      }
      pending = line
    }
    guard let pending, let entry = entry(text, pending) else { return [] }
    return entries + [entry]
  }

  /// Whether a paragraph may begin with a link, perhaps in emphasis.
  static func startsWithLink(_ paragraph: Block) -> Bool {
    let bytes = paragraph.sourceText.bytes(in: paragraph.range)
    return bytes.first.map { "[*_<h".utf8.contains($0) } ?? false
  }

  /// Whether a line begins with the colon of a description.
  private static func isContinuation(_ text: FlatText, _ line: Range<Int>) -> Bool {
    guard let first = line.first, case .text = text.spans[first].kind else { return false }
    return text.bytes[text.spans[first].bounds].first { !$0.isASCIIWhitespace } == UInt8(ascii: ":")
  }

  private static func entry(_ text: FlatText, _ spans: Range<Int>) -> Entry? {
    guard let first = spans.first, let last = spans.last, case .link = text.spans[first].kind else { return nil }
    let range = text.spans[first].source.union(text.spans[last].source)
    let line = EntryLine(text, spans: spans)
    guard line.strength == .strong, !line.title.isEmpty, line.description != nil, line.shape != .text else {
      return nil
    }
    return Entry(
      title: line.title, link: line.link, furtherLinks: line.furtherLinks, description: line.description,
      tags: line.tags, children: [], shape: .line, range: range)
  }
}
