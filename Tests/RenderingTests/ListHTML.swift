import AwesomeList
import BenchmarkSupport
import Foundation
import Markdown
import Source

@testable import Rendering

/// A list as HTML by cmark-gfm, without the parts that options may change.
struct ListHTML {
  /// The tags and texts, in order or sorted; where entries have a new shape, only the words and addresses.
  let pieces: [String]

  init(_ bytes: [UInt8], without contents: [SourceRange], _ options: RenderOptions) {
    var html = BareParser.html(Self.without(contents, bytes)) ?? ""
    // Anchors may move, and a header and footer may be added.
    html = html.replacing(#"href=(["'])#[^"']*["']"#, by: "href='#'")
    html = html.replacing("(?s)<!-- awesome:(header|footer) -->.*?<!-- /awesome:(header|footer) -->", by: "")
    if options.keepsAnchors { html = html.replacing(#"(<p>)?<a id="[^"]*"></a>(</p>)?"#, by: "") }
    if !options.keepsNumbers { html = html.replacing(#"(<h[1-6]>)\s*[0-9.]+[.)]?\s+"#, by: "$1") }
    if options.emoji != .keep || options.completesEmoji {
      html = Shortcodes.shared.emoji(in: html).replacing("\u{FE0F}", by: "")
    }
    if options.shape == .keep {
      let pieces = Self.split(html)
      self.pieces = options.order == nil ? pieces : pieces.sorted()
    } else {
      // In raw HTML, apostrophes are references.
      html = html.replacing("&#39;", by: "'")
      pieces = (Self.words(html) + Self.addresses(html)).sorted()
    }
  }

  /// The text without its contents list and the heading above it, which options may add or remove.
  private static func without(_ contents: [SourceRange], _ bytes: [UInt8]) -> [UInt8] {
    contents.sorted().reversed().reduce(into: bytes) { bytes, range in
      bytes.replaceSubrange(range.lowerBound..<range.upperBound, with: "<!-- contents -->\n".utf8)
    }
  }

  private static func split(_ html: String) -> [String] {
    // The lists before and after a removed list may be split there.
    html.replacing("<!-- contents -->", by: "").replacing(">", by: ">\n").replacing("<", by: "\n<").split(
      separator: "\n"
    )
    .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  private static func words(_ html: String) -> [String] {
    html.replacing("<[^>]*>", by: " ").split(whereSeparator: \.isWhitespace)
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "-–—―:：")) }.filter { !$0.isEmpty }
  }

  private static func addresses(_ html: String) -> [String] {
    let pattern = try? NSRegularExpression(pattern: #"(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))"#)
    return pattern?.matches(in: html, range: NSRange(html.startIndex..., in: html)).compactMap { match in
      (1...3).compactMap { Range(match.range(at: $0), in: html) }.first.map {
        // Markdown percent-encodes addresses, raw HTML does not.
        String(html[$0]).removingPercentEncoding ?? String(html[$0])
      }
    } ?? []
  }
}

extension String {
  fileprivate func replacing(_ pattern: String, by template: String) -> String {
    replacingOccurrences(of: pattern, with: template, options: .regularExpression)
  }
}

extension ContentsPlace {
  /// The contents list and the heading above it.
  var ranges: [SourceRange] { [heading?.range, block?.range].compactMap(\.self) }
}
