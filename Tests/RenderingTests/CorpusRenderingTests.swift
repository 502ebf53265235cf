import AwesomeList
import Foundation
import Markdown
import Rendering
import Source
import Testing

/// Real lists, which are not part of the project; without them there is nothing to run.
private let corpus: [URL] = {
  let folder =
    ProcessInfo.processInfo.environment["AWESOME_CORPUS"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared/corpus").standardized
  let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
  return (files ?? []).filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
}()

@Suite(.enabled(if: !corpus.isEmpty, "there is no corpus of real lists beside the project"))
struct CorpusRenderingTests {
  static let options: [RenderOptions] = {
    var rich = RenderOptions()
    rich.contents = .always
    rich.contentsDepth = 2
    rich.isAlphabetical = true
    rich.keepsAnchors = true
    var bare = RenderOptions()
    bare.contents = .never
    return [RenderOptions(), rich, bare]
  }()

  @Test(arguments: corpus, options)
  func renderingARealListIsProvenAndStable(_ file: URL, _ options: RenderOptions) throws {
    let source = SourceText(utf8: Array(try Data(contentsOf: file)))
    let once = try Renderer(options).render(source)
    let twice = try Renderer(options).render(SourceText(utf8: once.bytes))
    #expect(once.bytes == twice.bytes)
  }
}
