import AwesomeList
import Foundation
import Markdown
import Rendering
import Source
import TestSupport
import Testing

@Suite(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)))
struct CorpusRenderingTests {
  @Test(arguments: Corpus.files)
  func renderingARealListIsProvenAndStable(_ file: URL) throws {
    let source = SourceText(utf8: Array(try Data(contentsOf: file)))
    let once = try Renderer().render(source)
    let twice = try Renderer().render(SourceText(utf8: once.bytes))
    #expect(once.bytes == twice.bytes)
  }
}
