import AwesomeList
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
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "list items", "has the usual letter in its checkbox", "have the usual letter in their checkbox",
      isReversible: false, in: \.items),
    example: .pair("- [x] Prompts\n- [↓X] Plugins\n", "- [x] Prompts\n- [x] Plugins\n"),
    vectors: [
      .good("- [x] A\n- [ ] B\n- [x] C\n"),
      .bad("- [x] A\n- [↓X] B\n", fixed: "- [x] A\n- [x] B\n"),
    ]
  ) { context in
    let items = context.index.kinds.items
    let places = items.indices.lazy.filter { items[$0].kind == .item(isChecked: true) }.compactMap { position in
      context.source.firstIndex(of: UInt8(ascii: "["), in: items[position].range).map { SourceRange($0 + 1, $0 + 2) }
    }
    let letters = places.map { context.source[$0] }
    guard let usual = context.followsAwesomeLint ? letters.first : Majority(letters).mostCommon else { return [] }
    return zip(places, letters).filter { $1 != usual }.map { place, _ in
      context.diagnostic(
        "different letter; use “\(usual)”, as in the other checkboxes", at: place, fix: .safe(Edit(place, usual)))
    }
  }
}
