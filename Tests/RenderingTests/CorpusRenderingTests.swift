import AwesomeList
import Foundation
import Markdown
import Rendering
import Source
import TestSupport
import Testing

@Suite(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)))
struct CorpusRenderingTests {
  static let options: [RenderOptions] = {
    var rich = RenderOptions()
    rich.contents = .always
    rich.contentsDepth = 2
    rich.alphabet = .root
    rich.keepsAnchors = true
    var bare = RenderOptions()
    bare.contents = .never
    return [RenderOptions(), rich, bare]
  }()

  @Test(arguments: Corpus.files, options)
  func renderingARealListIsProvenAndStable(_ file: URL, _ options: RenderOptions) throws {
    let source = SourceText(utf8: Array(try Data(contentsOf: file)))
    let once = try Renderer(options).render(source)
    let twice = try Renderer(options).render(SourceText(utf8: once.bytes))
    #expect(once.bytes == twice.bytes)
  }
}
