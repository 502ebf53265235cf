import Diagnostics
import Linting
import Source
import Testing

/// Text that fixes leave alone.
@Suite struct UntouchableTextTests {
  @Test(arguments: [
    (
      "---\ntitle: Caf\u{C3}\u{A9}\n---\n# T\n\n- [a](https://a.b) - Caf\u{C3}\u{A9}.\n",
      "---\ntitle: Caf\u{C3}\u{A9}\n---\n"
    ),
    (
      "+++\ntitle = \"Caf\u{C3}\u{A9}\"\n+++\n# T\n\n- [a](https://a.b) - Caf\u{C3}\u{A9}.\n",
      "+++\ntitle = \"Caf\u{C3}\u{A9}\"\n+++\n"
    ),
  ])
  func frontMatterIsNotFixed(_ text: String, front: String) throws {
    let fixed = try Linter().fix(SourceText(text), includingUnsafe: true).source
    #expect(fixed[fixed.range].hasPrefix(front) && fixed[fixed.range].contains("Café."))
    #expect(try Linter().lint(SourceText(text)).contains { $0.rule == "mojibake" && $0.range.lowerBound < 20 })
  }

  @Test func aMergeConflictIsNotFixed() throws {
    let text = "# T\n\n- [a](https://a.b) - Text\n<<<<<<< HEAD\n- [c](https://c.d) - text\n=======\n>>>>>>> other\n"
    let source = SourceText(text)
    #expect(try Linter().fix(source, includingUnsafe: true).source.bytes == source.bytes)
    #expect(try Linter().lint(source).allSatisfy { $0.fix == nil })
  }
}
