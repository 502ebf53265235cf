import Diagnostics
import Markdown
import Source

extension Rule {
  static let orderedListMarkerValue = Rule(
    id: "ordered-list-marker-value",
    summary: "Number list items in order.",
    details: "A list in which all numbers are the same is not checked: its items can move.",
    rationale: "Readers see 1, 2, 3 in any case. Other numbers confuse readers of the source.",
    fix: "`--fix` corrects the number where nothing below has to move.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair("1. Install\n↓3. Configure\n", "1. Install\n2. Configure\n"),
    vectors: [
      .good("1. A\n2. B\n3. C\n"),
      .good("1. A\n1. B\n1. C\n"),
      .bad("1. A\n↓3. B\n3. C\n", fixed: "1. A\n2. B\n3. C\n"),
      .bad("9. A\n↓9. B\n   - C\n↓12. D\n", fixed: "9. A\n9. B\n   - C\n11. D\n"),
    ]
  ) { context in
    context.index.kinds.lists.flatMap { list -> [Diagnostic] in
      guard case .list(let start?, _) = list.kind else { return [] }
      let numbers = list.children.map { context.source.number(of: $0) }
      let values = numbers.map { number in number.flatMap { Int(context.source[$0]) } }
      let isConstant = values.count > 1 && values.allSatisfy { $0 == values[0] }
      if isConstant, !context.followsAwesomeLint { return [] }
      return zip(list.children, numbers).enumerated().compactMap { position, item in
        let wanted = start + position
        guard let number = item.1, values[position] != wanted else { return nil }
        // A longer number moves what its item contains.
        let isSameWidth = number.count == String(wanted).utf8.count
        let isSingle = !context.source.bytes(in: item.0.range).contains(UInt8(ascii: "\n"))
        return context.diagnostic(
          "number out of order; write “\(wanted)”", at: number,
          fix: isSameWidth || isSingle ? .safe(Edit(number, String(wanted))) : nil)
      }
    }
  }
}
