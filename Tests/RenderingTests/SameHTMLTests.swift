import AwesomeList
import BenchmarkSupport
import Foundation
import Markdown
import Source
import TestSupport
import Testing

@testable import Rendering

/// Rendered lists as cmark-gfm shows them, which the round-trip check does not ask: the same HTML outside of the contents list.
@Suite struct SameHTMLTests {
  private static let fixtures: [URL] = {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let folder = tests.appendingPathComponent("AwesomeListTests/Fixtures")
    let lists = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    let own = tests.deletingLastPathComponent().appendingPathComponent("awesome.md")
    return lists.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path } + [own]
  }()

  @Test func thereAreFixtures() {
    #expect(Self.fixtures.count > 20)
  }

  @Test(arguments: fixtures + Corpus.files)
  func renderingKeepsTheHTML(_ file: URL) throws {
    let source = SourceText(utf8: Array(try Data(contentsOf: file)))
    let before = try NormalizedList(List(source), RenderOptions())
    let rendered = try Renderer().render(source)
    let after = try NormalizedList(List(SourceText(utf8: rendered.bytes)), RenderOptions())
    let old = Self.html(before.list.document.source.bytes, without: before.contents.ranges)
    let new = Self.html(after.list.document.source.bytes, without: after.contents.ranges)
    let first = zip(old, new).first { $0 != $1 }
    #expect(first == nil, "\(first?.0 ?? "") ≠ \(first?.1 ?? "")")
    #expect(old.count == new.count)
    #expect(try Renderer().render(SourceText(utf8: rendered.bytes)).bytes == rendered.bytes)
  }

  /// The lines of the HTML of all but some ranges; the targets of links into the list, which anchors move, are left out.
  private static func html(_ bytes: [UInt8], without ranges: [SourceRange]) -> [Substring] {
    let rest = ranges.sorted().reversed().reduce(into: bytes) { bytes, range in
      bytes.replaceSubrange(range.lowerBound..<range.upperBound, with: "<!-- contents -->\n".utf8)
    }
    let html = (BareParser.html(rest) ?? "").replacing(/href=(["'])#[^"']*["']/, with: "href='#'")
    return html.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
