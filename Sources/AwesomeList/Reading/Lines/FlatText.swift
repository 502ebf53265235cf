import Markdown
import Markup
import Source

/// A line of text as its reader sees it, Markdown and raw HTML alike: its bytes in UTF-8, and what they are part of.
///
/// Emphasis leaves no trace; line breaks are spaces; images have no text here. A class, because what reads a line hands it on many times.
final class FlatText {
  /// A stretch of the text that is one thing.
  struct Span {
    enum Kind {
      case text, code, image, lineBreak
      /// A link by its index in `links`; whether its text is all set as code.
      case link(Int, isCode: Bool)
    }

    let kind: Kind
    /// Where it stands in `bytes`.
    let bounds: Range<Int>
    /// Where it stands in the file.
    let source: SourceRange
  }

  let bytes: [UInt8]
  let spans: [Span]
  let links: [ListLink]

  init(bytes: [UInt8] = [], spans: [Span] = [], links: [ListLink] = []) {
    self.bytes = bytes
    self.spans = spans
    self.links = links
  }

  /// The text of a paragraph, a heading or a table's cell.
  convenience init(_ block: Block, html: RawHTML) {
    var builder = FlatTextBuilder()
    builder.read(block, html: html)
    self.init(consume builder)
  }

  /// The text of a stretch of raw HTML.
  convenience init(_ tokens: ArraySlice<HTMLToken>) {
    var builder = FlatTextBuilder()
    for token in tokens { builder.add(token) }
    self.init(consume builder)
  }

  private convenience init(_ builder: consuming FlatTextBuilder) {
    builder.finish()
    self.init(bytes: builder.bytes, spans: builder.spans, links: builder.links)
  }
}

extension UInt8 {
  /// Whether the byte is a space, a tab or a line end.
  var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
