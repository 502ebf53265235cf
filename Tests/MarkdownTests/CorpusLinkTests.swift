import Foundation
import Markdown
import Source
import TestSupport
import Testing

@Suite(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)))
struct CorpusLinkTests {
  /// The source of each link, parsed only with the document's definitions, is the same link.
  @Test(arguments: Corpus.files)
  func theSourceOfEachLinkParsesAsThatLink(_ file: URL) throws {
    let source = SourceText(utf8: Array(try Data(contentsOf: file)))
    let document = try Document(source)
    let definitions = document.definitions.map { source[$0.range] }.joined(separator: "\n")
    for link in document.links {
      let range = try #require(link.range, "\(link.destination) was not found in the source")
      // The prefixes of the containers around it begin the lines after the first.
      let lines = source[range].split(separator: "\n", omittingEmptySubsequences: false)
      let text = lines.map { line in line == lines.first ? String(line) : String(line.drop { " \t>".contains($0) }) }
      let alone = try Document(SourceText(text.joined(separator: "\n") + "\n\n" + definitions))
      let found = try #require(alone.links.first, "\(text)")
      #expect(found.destination == link.destination)
      #expect(found.title == link.title)
      #expect(found.isImage == link.isImage)
      #expect(found.range == SourceRange(0, text.joined(separator: "\n").utf8.count))
      if link.form == .reference { #expect(link.definitionRange != nil, "\(text)") }
    }
  }
}
