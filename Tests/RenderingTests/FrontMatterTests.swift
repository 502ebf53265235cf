import Rendering
import Source
import Testing

@Suite struct FrontMatterTests {
  @Test(arguments: [
    "---\ntitle: Caf\u{C3}\u{A9}  \nlist:\n\t- a\n    - b\n---\n", "---\r\na: >\r\n  b\r\n---\r\n",
    "+++\ntitle = \"Caf\u{C3}\u{A9}\"   \n[x]\n  y = 1\n+++\n", "---\n# note\nx:\n  - y: \u{2764}\n...\n",
  ])
  func frontMatterIsCopiedByteForByte(_ front: String) throws {
    let text = front + "\n# T\n\n- [caf\u{C3}\u{A9}](https://a.b)\n"
    for style in RenderOptions.Style.allCases {
      let rendered = try render(text) {
        $0.style = style
        $0.completesEmoji = true
      }
      #expect(Array(rendered.utf8).starts(with: front.utf8))
      #expect(rendered.contains("[café]"))
    }
  }

  @Test(arguments: [
    ("# T\n\n- a\n<<<<<<< HEAD\n- b\n=======\n- c\n>>>>>>> other\n", 4), ("a\n\n>>>>>>> theirs\n", 3),
    ("Title\n=======\n\n<<<<<<< HEAD\n=======\n>>>>>>> b\n", 4), ("- a\n=======\n>>>>>>> b\n", 2),
    ("---\n<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n---\n# T\n", 2),
    ("a\r\n||||||| 1a2b\r\n=======\r\n>>>>>>> b\r\n", 2),
  ])
  func aMergeConflictIsNotRendered(_ text: String, line: Int) {
    #expect(throws: RenderingError.mergeConflict(line: line)) { try Renderer().render(SourceText(text)) }
  }

  @Test(arguments: [
    "Title\n=======\n\n- a\n", "```\n<<<<<<< HEAD\n=======\n>>>>>>> b\n```\n", "> > > > > > > quote\n",
    "<<<<<<<< eight\n", "    <<<<<<< HEAD\n",
  ])
  func whatLooksLikeOneIsRendered(_ text: String) throws {
    #expect(try render(text, RenderOptions()) == text)
  }
}
