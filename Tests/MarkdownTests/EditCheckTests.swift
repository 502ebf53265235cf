import Markdown
import Source
import Testing

/// What is the same after edits, for `--fix` and for rendering.
@Suite struct EditCheckTests {
  /// Whether a text says the same as another one, but for what edits of some of its parts may change.
  private func holds(_ before: String, _ after: String, editing parts: String...) throws -> Bool {
    let bytes = Array(before.utf8)
    let edits = try parts.map { part in
      let start = try #require(bytes.indices.first { bytes[$0...].starts(with: part.utf8) })
      return Edit(SourceRange(start, start + part.utf8.count), "")
    }
    return EditCheck(try Document(SourceText(before)), try Document(SourceText(after)), edits: edits).holds()
  }

  @Test(arguments: [
    ("- [A](https://a.example) - Text\n\nB\n", "- [A](https://a.example) - Text.\n\nB\n", "Text"),
    ("* *A*\n* B\n", "* _A_\n* B\n", "*A*"),
    ("[A][a] and B\n\n[a]: https://a.example\n", "[A][a] and B\n\n[a]: https://b.example\n", "https://a.example"),
    ("1. A\n2. B\n", "2. A\n2. B\n", "1"),
    ("A `b c` d\n", "A `b  c` d\n", " c"),
    ("| A | B |\n|---|---|\n| c | d |\n", "| A | B |\n|---|---|\n| e | d |\n", "c"),
  ])
  func whatAnEditTouchesMayDiffer(_ before: String, _ after: String, _ part: String) throws {
    #expect(try holds(before, after, editing: part))
  }

  @Test(arguments: [
    // Elsewhere, not even the place of a mark may.
    ("**a** b\n\nC\n", "a **b**\n\nD\n", "C"),
    ("A\n\nB\n", "A\n\n- B\n", "A"),
    ("- A\n  - B\n", "- A\n- C\n", "B"),
    ("A [b](https://b.example)\n\nC\n", "A [b](https://c.example)\n\nD\n", "C"),
    ("A `b` c\n", "A b c\n", "c"),
    ("A\n\n```\nb\n```\n", "C\n\n```\nd\n```\n", "A"),
    ("- A\n- B\n", "- A\n\n- B\n\nC\n", "A"),
  ])
  func nothingElseMay(_ before: String, _ after: String, _ part: String) throws {
    #expect(try !holds(before, after, editing: part))
  }
}
