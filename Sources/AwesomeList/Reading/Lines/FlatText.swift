import Markdown
import Markup
import Source

/// The visible text of a line of Markdown or raw HTML, with the spans that it consists of.
///
/// Emphasis is flattened, line breaks are spaces, and images have no text. A class, because the readers of a line share it.
final class FlatText {
  /// A part of the text with one kind.
  struct Span {
    enum Kind {
      case text, code, image, lineBreak
      /// A link by its index in `links`; `isCode` if all its text is code.
      case link(Int, isCode: Bool)
    }

    let kind: Kind
    /// The indices in `bytes`.
    let bounds: Range<Int>
    /// The range in the file.
    let source: SourceRange
  }

  let bytes: [UInt8]
  let spans: [Span]
  let links: [ListLink]
  /// The end in `bytes` of a strong text at the start; 0 without one.
  let strongEnd: Int

  init(bytes: [UInt8] = [], spans: [Span] = [], links: [ListLink] = [], strongEnd: Int = 0) {
    self.bytes = bytes
    self.spans = spans
    self.links = links
    self.strongEnd = strongEnd
  }

  /// The text of a paragraph, heading or table cell.
  convenience init(_ block: Block, html: RawHTML) {
    var builder = FlatTextBuilder()
    builder.read(block, html: html)
    self.init(consume builder)
  }

  /// The text of some raw HTML.
  convenience init(_ tokens: ArraySlice<HTMLToken>) {
    var builder = FlatTextBuilder()
    for token in tokens { builder.add(token) }
    self.init(consume builder)
  }

  private convenience init(_ builder: consuming FlatTextBuilder) {
    builder.finish()
    self.init(bytes: builder.bytes, spans: builder.spans, links: builder.links, strongEnd: builder.strongEnd)
  }
}
