import Diagnostics
import Markdown
import Source

extension Rule {
  static let checkboxCharacterStyle = Rule(
    id: "checkbox-character-style",
    summary: "Check boxes with the same letter throughout.",
    details: "The first one in the file is the usual one.",
    rationale: "`x` and `X` mean the same.",
    fix: "`--fix` replaces the letter.",
    presets: [.awesome: .error, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair("- [x] Prompts\n- [↓X] Plugins\n", "- [x] Prompts\n- [x] Plugins\n"),
    vectors: [
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
      return context.diagnostic(
        "different letter; use “\(wanted)”, as in the other checkboxes", at: place, fix: .safe(Edit(place, wanted)))
    }
  }
}
