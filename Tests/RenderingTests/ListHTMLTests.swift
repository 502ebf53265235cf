import AwesomeList
import Markdown
import Source
import Testing

@testable import Rendering

/// The comparison of `CorpusRenderingTests` sees what a formatter could lose.
@Suite struct ListHTMLTests {
  private static let text =
    "# T\n\n## Contents\n\n- [A](#a)\n\n## 1. A :rocket:\n\n- [x](https://x.y 't') - *Some* `code`.\n- [z](https://z.y) - ![i](i.png) b\n\n|a|b|\n|-|-:|\n|c|d|\n"

  private func pieces(_ text: String, _ options: RenderOptions) throws -> [String] {
    let source = SourceText(text)
    return ListHTML(source.bytes, without: ContentsPlace(try List(source), .unchanged).ranges, options).pieces
  }

  @Test(arguments: [
    ("Some", "Any"), ("https://x.y", "https://x.z"), ("i.png", "j.png"), ("- [z]", "\n  - [z]"), ("|c|d|", "|c||"),
    ("`code`", "code"),
    ("## 1", "### 1"), ("*Some*", "Some"), (" 't'", ""), ("-:", "-"), ("# T\n", "T\n"), ("\n|a", "- |a"),
  ])
  func lossesAndChangesAreSeen(_ part: String, _ other: String) throws {
    let options = RenderOptions()
    #expect(try pieces(Self.text, options) != pieces(Self.text.replacing(part, with: other), options))
  }

  @Test func whatTheOptionsChangeIsIgnored() throws {
    var options = RenderOptions()
    (options.emoji, options.keepsNumbers, options.order) = (.unicode, false, NameOrder())
    let other = Self.text.replacing("1. A :rocket:", with: "A 🚀").replacing("- [A](#a)", with: "- [B](#b)\n- [C](#c)")
    #expect(try pieces(Self.text, options) == pieces(other, options))
    #expect(try pieces(Self.text, options) != pieces(other.replacing("Some", with: "Any"), options))
    options.shape = .quote
    let quoted = other.replacing(" - *Some*", with: "\n> *Some*")
    #expect(try pieces(Self.text, options) == pieces(quoted, options))
    for part in ["Some", "https://z.y", "i.png", "code", "d|"] {
      #expect(try pieces(Self.text, options) != pieces(quoted.replacing(part, with: ""), options))
    }
  }
}
