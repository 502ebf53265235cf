import Markdown
import Markup
public import Source

extension List {
  /// The quotes around the titles of links and the attributes of tags, and those of the front matter: without one of them, the text after it
  /// means something else.
  public var quoteRanges: [SourceRange] {
    let bytes = document.source.bytes
    let titles = document.links.compactMap(\.titleRange) + document.definitions.compactMap(\.titleRange)
    let values = TagAttributes.values(in: bytes).map { SourceRange($0.range.lowerBound, $0.range.upperBound) }
    let front = document.frontMatter.map { Array($0.lowerBound..<$0.upperBound) } ?? []
    return ((titles + values).flatMap { [$0.lowerBound - 1, $0.upperBound] } + front)
      .filter { bytes.indices.contains($0) && (bytes[$0] == UInt8(ascii: "\"") || bytes[$0] == UInt8(ascii: "'")) }
      .map { SourceRange($0, $0 + 1) }
  }
}
