import Diagnostics
import Markdown
import Source

extension Rule {
  static let checkboxCharacterStyle = Rule(
    id: "checkbox-character-style",
    summary: "Checked boxes hold the same letter.",
    rationale: """
      `x` and `X` mean the same; the first one in the file decides.
      """,
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    examples: [
      .good("- [x] A\n- [ ] B\n- [x] C\n"),
      .bad("- [x] A\n- [↓X] B\n", fixed: "- [x] A\n- [x] B\n"),
    ]
  ) { context in
    var usual: String?
    let items = context.index.kinds.items
    return items.indices.filter { items[$0].kind == .item(isChecked: true) }.compactMap { position in
      let item = items[position]
      guard let open = context.source.firstIndex(of: UInt8(ascii: "["), in: item.range) else { return nil }
      let place = SourceRange(open + 1, open + 2)
      let letter = context.source[place]
      guard let wanted = usual, wanted != letter else {
        usual = usual ?? letter
        return nil
      }
      return context.diagnostic("the other boxes hold “\(wanted)”", at: place, fix: .safe(Edit(place, wanted)))
    }
  }
}
