import Markdown
import Markup
import Source

/// The raw HTML of a document, with its blocks and inlines read as one stream.
///
/// A class, because all readers of entries share it.
final class RawHTML: Sendable {
  let tokens: [HTMLToken]
  /// The closed `details` elements, in the order in which they start.
  let details: [DetailsElement]

  private let document: Document

  /// The links and images, in the order of the text, with the texts of the links.
  var links: [ListLink] { tokens.indices.compactMap { link(at: $0) } }

  /// The links that begin in a range, without images.
  func anchors(in range: SourceRange) -> [ListLink] {
    tokens(in: range).indices.compactMap { link(at: $0) }.filter { !$0.isImage }
  }

  private func link(at index: Int) -> ListLink? {
    guard case .start(let tag) = tokens[index].kind else { return nil }
    let text = tag.name == "a" ? self.text(after: index) : ""
    return ListLink(tag, text: text.isEmpty ? nil : text, at: tokens[index].range)
  }

  /// The visible text of a link up to its end tag or the next link: that of the HTML, or else of the Markdown between the tags.
  private func text(after start: Int) -> String {
    var text = ""
    var end = start + 1
    scan: while end < tokens.count {
      switch tokens[end].kind {
      case .text(let piece): text += piece
      case .start(let tag) where tag.name == "a": break scan
      case .end("a"): break scan
      default: break
      }
      end += 1
    }
    if text.isEmpty, end < tokens.count {
      text = document.text(in: SourceRange(tokens[start].range.upperBound, tokens[end].range.lowerBound))
    }
    return text.unicodeScalars.split(whereSeparator: \.isWhitespace).map(String.init).joined(separator: " ")
  }

  init(_ document: Document) {
    self.document = document
    let pieces = document.htmlRanges
    tokens = pieces.isEmpty ? [] : HTMLFragments(in: document.source).tokens(of: pieces)
    details = DetailsElement.all(in: tokens)
  }

  /// The token that begins at an offset.
  func token(at offset: Int) -> HTMLToken? {
    let index = index(from: offset)
    return index < tokens.count && tokens[index].range.lowerBound == offset ? tokens[index] : nil
  }

  /// The tokens that begin in a range.
  func tokens(in range: SourceRange) -> ArraySlice<HTMLToken> {
    tokens[index(from: range.lowerBound)..<index(from: range.upperBound)]
  }

  /// The outermost closed `details` elements that begin in a range.
  func details(startingIn range: SourceRange) -> [DetailsElement] {
    var result: [DetailsElement] = []
    let first = details.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    for element in details[first...].prefix(while: { $0.range.lowerBound < range.upperBound })
    where result.last.map({ $0.range.upperBound <= element.range.lowerBound }) ?? true {
      result.append(element)
    }
    return result
  }

  /// Whether there are only end tags and white space.
  func isEnd(_ range: SourceRange) -> Bool {
    tokens(in: range).allSatisfy { token in
      switch token.kind {
      case .end: true
      case .text(let text): text.utf8.allSatisfy(\.isASCIIWhitespace)
      default: false
      }
    }
  }

  /// The text of a paragraph of raw HTML that describes what is above it; nil for other elements, and without words.
  func paragraph(in range: SourceRange) -> Description? {
    let tokens = tokens(in: range)
    guard case .start(let tag) = tokens.first?.kind, Self.paragraphs.contains(tag.name),
      !tokens.contains(where: \.isStructure)
    else { return nil }
    return text(of: tokens)
  }

  /// The visible text of some tokens as a description; nil without words.
  func text(of tokens: ArraySlice<HTMLToken>) -> Description? {
    let text = FlatText(tokens)
    let bounds = text.trimmed(text.bytes.indices)
    guard text.hasWords(bounds), let start = text.sourceOffset(of: bounds.lowerBound), let last = text.spans.last
    else { return nil }
    return Description(text: text.string(bounds), range: SourceRange(start, last.source.upperBound))
  }

  private static let paragraphs: Set<String> = [
    "p", "div", "span", "blockquote", "i", "em", "small", "sub", "sup", "b", "strong", "q", "dd",
  ]

  /// The index of the first token at or after an offset.
  private func index(from offset: Int) -> Int {
    tokens.partitioningIndex { $0.range.lowerBound >= offset }
  }
}

/// A `details` element of raw HTML, which may contain Markdown.
struct DetailsElement: Sendable {
  /// From the start tag to the end tag.
  let range: SourceRange
  /// The tokens between the tags of its `summary`.
  let summary: ArraySlice<HTMLToken>
  /// From the summary to the end tag.
  let body: SourceRange

  static func all(in tokens: [HTMLToken]) -> [DetailsElement] {
    struct Open {
      let start: Int
      var summaryStart: Int?
      var summary: Range<Int>?
    }
    var open: [Open] = []
    var result: [DetailsElement] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .start(let tag) where tag.name == "details": open.append(Open(start: index))
      case .start(let tag) where tag.name == "summary" && !open.isEmpty:
        open[open.count - 1].summaryStart = index + 1
      case .end("summary"):
        guard let start = open.last?.summaryStart, open.last?.summary == nil else { continue }
        open[open.count - 1].summary = start..<index
      case .end("details"):
        guard let element = open.popLast(),
          let summary = element.summary
            ?? element.summaryStart.map({ unclosedSummary(tokens, from: $0, before: index) })
        else { continue }
        let isClosed = element.summary != nil || summary.isEmpty
        let bodyStart = tokens[isClosed ? summary.upperBound : summary.upperBound - 1].range.upperBound
        result.append(
          DetailsElement(
            range: tokens[element.start].range.union(token.range), summary: tokens[summary],
            body: SourceRange(bodyStart, token.range.lowerBound)))
      default: break
      }
    }
    return result.sorted { $0.range < $1.range }
  }

  /// A summary without an end tag continues to the end of its raw HTML.
  private static func unclosedSummary(_ tokens: [HTMLToken], from start: Int, before limit: Int) -> Range<Int> {
    var end = start
    while end < limit, end == start || tokens[end].range.lowerBound == tokens[end - 1].range.upperBound { end += 1 }
    return start..<end
  }
}

extension HTMLToken {
  /// Whether this begins an element that is more than a paragraph.
  fileprivate var isStructure: Bool {
    guard case .start(let tag) = kind else { return false }
    return [
      "details", "summary", "ul", "ol", "li", "dl", "dt", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre",
    ].contains(tag.name)
  }
}
