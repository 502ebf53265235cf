import Markdown
import Markup
import Source

/// The raw HTML of a document, its blocks and inlines read as one stream.
///
/// A class, because all that read entries hand it on.
final class RawHTML: Sendable {
  let tokens: [HTMLToken]
  /// The elements `details` that are closed, in the order in which they start.
  let details: [DetailsElement]

  private let document: Document

  /// The links and images, in the order of the text, with the texts of the links.
  var links: [ListLink] { tokens.indices.compactMap { link(at: $0) } }

  /// The links that begin in a range, images aside.
  func anchors(in range: SourceRange) -> [ListLink] {
    tokens(in: range).indices.compactMap { link(at: $0) }.filter { !$0.isImage }
  }

  private func link(at index: Int) -> ListLink? {
    guard case .start(let tag) = tokens[index].kind else { return nil }
    let text = tag.name == "a" ? self.text(behind: index) : ""
    return ListLink(tag, text: text.isEmpty ? nil : text, at: tokens[index].range)
  }

  /// What a reader sees of a link from its start tag to its end tag, or to the next link: HTML's text, or else Markdown's between the tags.
  private func text(behind start: Int) -> String {
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
    return text.split { $0.isWhitespace }.joined(separator: " ")
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

  /// The outermost closed elements `details` that begin in a range.
  func details(startingIn range: SourceRange) -> [DetailsElement] {
    var result: [DetailsElement] = []
    var low = 0
    var high = details.count
    while low < high {
      let middle = (low + high) / 2
      if details[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < details.count, details[low].range.lowerBound < range.upperBound {
      if result.last.map({ $0.range.upperBound <= details[low].range.lowerBound }) ?? true {
        result.append(details[low])
      }
      low += 1
    }
    return result
  }

  /// The index of the first token that begins at an offset or behind it.
  private func index(from offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// An element `details` of raw HTML, which may hold Markdown between its tags.
struct DetailsElement: Sendable {
  /// From the start tag to the end tag.
  let range: SourceRange
  /// The tokens between the tags of its `summary`.
  let summary: ArraySlice<HTMLToken>
  /// What stands behind the summary, up to the end tag.
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

  /// A summary whose end tag was forgotten goes as far as the HTML does that it stands in.
  private static func unclosedSummary(_ tokens: [HTMLToken], from start: Int, before limit: Int) -> Range<Int> {
    var end = start
    while end < limit, end == start || tokens[end].range.lowerBound == tokens[end - 1].range.upperBound { end += 1 }
    return start..<end
  }
}
