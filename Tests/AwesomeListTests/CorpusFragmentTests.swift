import AwesomeList
import Foundation
import Markdown
import Source
import TestSupport
import Testing

/// The check of every `#fragment` of real lists, against an independent implementation.
@Suite(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)))
struct CorpusFragmentTests {
  @Test(arguments: Corpus.files)
  func onlyBrokenFragmentsAreReported(_ file: URL) throws {
    let list = try List(SourceText(utf8: Array(try Data(contentsOf: file))))
    let targets = Self.targets(of: list)
    let forms = Set(targets.map { Self.certain(String(decoding: $0, as: UTF8.self)) })
    for link in list.links where link.url.hasPrefix("#") {
      let fragment = String(link.url.dropFirst())
      let name = (fragment.removingPercentEncoding ?? fragment).replacing(/^user-content-/, with: "")
      // GitHub's script looks for the fragment as written, then in lower case.
      let works =
        ["", "top", "readme"].contains(fragment.lowercased())
        || [name, name.lowercased()].contains { forms.contains(Self.certain($0)) }
      #expect(list.anchors.resolves(fragment) == works, "\(link.url)")
    }
  }

  /// An anchor without the characters of emoji that a link may have or leave out.
  private static func certain(_ anchor: String) -> Data {
    Data(
      anchor.replacing(/[\u{200C}\u{200D}\u{20E3}\u{FE0E}\u{FE0F}]/.matchingSemantics(.unicodeScalar), with: "").utf8)
  }

  @Test(arguments: Corpus.files)
  func everyHeadingHasGitHubsAnchor(_ file: URL) throws {
    let list = try List(SourceText(utf8: Array(try Data(contentsOf: file))))
    let targets = Self.targets(of: list)
    for heading in list.headings { #expect(targets.contains(Data(heading.anchor.utf8)), "\(heading.text)") }
  }

  /// The anchors of all headings in the order of the text, and the names in raw HTML, by regular expressions.
  private static func targets(of list: List) -> Set<Data> {
    let source = list.document.source
    var headings = list.document.headings.map { ($0.range.lowerBound, $0.text) }
    var names: Set<Data> = []
    for range in list.document.htmlRanges {
      let html = source[range].replacing(/(?s)<!--.*?-->/, with: { String(repeating: " ", count: $0.utf8.count) })
      for match in html.matches(of: /(?is)<(h[1-6])(?:\s[^>]*)?>(.*?)<\/\1\s*>/) {
        let offset = range.lowerBound + html.utf8.distance(from: html.startIndex, to: match.range.lowerBound)
        let text = match.2.replacing(/(?s)<[^>]*>/, with: "").trimmingCharacters(in: .whitespacesAndNewlines)
        headings.append((offset, text))
      }
      for match in html.matches(of: /(?i)[\s"'](?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/) {
        names.insert(Data(String(match.1 ?? match.2 ?? match.3 ?? "").utf8))
      }
    }
    var slugger = IndependentSlugger()
    for heading in headings.sorted(by: { $0.0 < $1.0 }) { names.insert(Data(slugger.anchor(for: heading.1).utf8)) }
    return names
  }
}
