import AwesomeList
import Foundation
import Markdown
import Source
import TestSupport
import Testing

@Suite(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)))
struct CorpusListTests {
  private func list(_ file: URL) throws -> List {
    try List(SourceText(utf8: Array(try Data(contentsOf: file))))
  }

  /// The five historical shapes of this project's list.
  @Test(arguments: [
    ("__4f9fba2", 4, EntryShape.line), ("__57a1f9b", 22, .quote), ("__fe74e51", 27, .quote), ("__acd0e79", 27, .dash),
    ("__207b2bf", 27, .details), ("__5045b69", 63, .details),
  ])
  func theEntriesOfEachHistoricalShapeAreFound(_ name: String, count: Int, shape: EntryShape) throws {
    let file = try #require(Corpus.file(endingWith: name))
    let entries = try list(file).entries
    #expect(entries.count == count)
    #expect(entries.allSatisfy { $0.shape == shape && !$0.title.isEmpty && $0.url?.hasPrefix("http") == true })
    let undescribed = entries.filter { $0.description == nil }
    #expect(undescribed.count <= 3, "\(undescribed.map(\.title))")
  }

  @Test(arguments: Corpus.files)
  func thePartsCoverTheFile(_ file: URL) throws {
    let list = try list(file)
    try expectTiles(list)
    let unknown = list.parts.filter { $0.kind == .other }.reduce(0) { $0 + $1.range.count }
    // Milestones, sponsors and tables of models are not read as entries yet.
    let misread = ["Awesome-LLM.md", "awesome-flutter.md", "awesome-flutter__source.md"]
    withKnownIssue("the list is of a kind that is misread", isIntermittent: true) {
      #expect(Double(unknown) / Double(list.document.source.bytes.count) <= 0.02)
    } when: {
      misread.contains { file.lastPathComponent.hasSuffix("__\($0)") }
    }
  }

  @Test(arguments: Corpus.files)
  func everyEntrysLinkIsInItsRange(_ file: URL) throws {
    let list = try list(file)
    for entry in list.entries {
      let text = list.document.source[entry.range]
      if let link = entry.link { #expect(entry.range.contains(link.range), "\(text)") }
      if let description = entry.description { #expect(entry.range.contains(description.range), "\(text)") }
      #expect(!entry.title.contains("\n"))
    }
  }
}

/// Expects that a list's parts cover the file from the first byte to the last.
func expectTiles(_ list: List) throws {
  var position = 0
  for part in list.parts {
    #expect(part.range.lowerBound == position)
    #expect(!part.range.isEmpty)
    position = part.range.upperBound
  }
  #expect(position == list.document.source.bytes.count)
}

@Suite struct PartTests {
  @Test(arguments: Shapes.names)
  func thePartsCoverAFixture(_ name: String) throws {
    try expectTiles(List(Shapes.source(name)))
  }

  @Test func everyPartHasItsKind() throws {
    let text = """
      ---
      title: T
      ---

      # T

      [![badge](b.svg)](https://b)

      About it.

      ## Contents

      - [S](#s)

      ## S

      <a name="old"></a>

      <!-- a comment -->

      - [x](https://x) - Text.

      [back to top](#readme)

      ***

          code

      A note.[^1]

      - [x](#s) and [y](https://y)
      - z

      ## License

      CC0

      [r]: https://r
      [^1]: Footnote.
      """
    let list = try List(SourceText(text))
    try expectTiles(list)
    #expect(
      list.parts.map(\.kind).filter { $0 != .blank } == [
        .frontMatter, .title, .pictures, .blurb, .heading, .contents, .heading, .anchor, .comment, .entries,
        .navigation, .divider, .code, .note, .other, .heading, .footer, .definition, .footer,
      ])
  }
}
