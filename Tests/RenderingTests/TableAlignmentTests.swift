import Rendering
import Testing

@Suite struct TableAlignmentTests {
  @Test(arguments: [
    // The table was aligned after the damage, so repairs must not undo that.
    (
      "| Name    | Text |\n|---------|-----:|\n| Caf\u{C3}\u{A9}   |    a |\n| [b](c)  | \u{C3}\u{A9}\u{C3}\u{A9} |\n",
      "| Name    | Text |\n|---------|-----:|\n| Café    |    a |\n| [b](c)  |   éé |\n"
    ),
    // It was aligned before: the repair alone aligns it again.
    (
      "| Name | T |\n|------|---|\n| Caf\u{C3}\u{A9} | a |\n",
      "| Name | T |\n|------|---|\n| Café | a |\n"
    ),
    // It never was.
    ("| Name | T |\n|---|---|\n| Caf\u{C3}\u{A9} | a |\n", "| Name | T |\n|---|---|\n| Café | a |\n"),
    (
      "> | N        |\n> |:--------:|\n> | \u{F0}\u{178}\u{2DC}\u{17D} x   |\n> | a \\| b   |\n",
      "> | N        |\n> |:--------:|\n> | 😎 x     |\n> | a \\| b   |\n"
    ),
  ])
  func anAlignedTableStaysAligned(_ text: String, expected: String) throws {
    for style in RenderOptions.Style.allCases { #expect(try render(text) { $0.style = style } == expected) }
  }

  @Test func aWiderCellWidensItsColumn() throws {
    let text = "# T\n\n| N  | M |\n|----|---|\n| 😎 | a |\n| bc | d |\n\n- [x](https://x.y)\n"
    let wide =
      "# T\n\n| N            | M |\n|--------------|---|\n| :sunglasses: | a |\n| bc           | d |\n\n- [x](https://x.y)\n"
    #expect(try render(text) { $0.emoji = .shortcode } == wide)
    #expect(try render(wide) { $0.emoji = .unicode }.contains("| 😎           | a |\n| bc           | d |"))
  }
}
