import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let ruleStyle = Rule(
    id: "rule-style",
    summary: "Write horizontal rules as `---`.",
    rationale: "One form is enough.",
    fix: "`--fix` writes `---` where it does not turn the line above into a heading.",
    presets: [.awesome: .warning, .strict: .error, .awesomeLint: .error],
    family: .markdownStyle,
    convention: Convention(
      of: "horizontal rules", "has the usual form", "have the usual form", isReversible: false, in: \.thematicBreaks),
    example: .pair("Text.\n\n↓***\n\nText.\n", "Text.\n\n---\n\nText.\n"),
    vectors: [
      .good("A\n\n---\n\nB\n"),
      .bad("A\n\n↓***\n\nB\n", fixed: "A\n\n---\n\nB\n"),
    ]
  ) { context in
    let places = context.index.kinds.thematicBreaks.map { context.source.trimmed($0.range) }
    let forms = places.map { context.source[$0] }
    let own = context.followsConventions && forms.count >= Convention.Standard.least ? Majority(forms).mostCommon : nil
    let usual = own ?? "---"
    return zip(places, forms).compactMap { written, form in
      guard form != usual else { return nil }
      // Directly below text, hyphens make a heading of it.
      let index = context.source.lineIndex(at: written.lowerBound)
      let isApart = index == 0 || context.source[context.source.line(index - 1)].isBlank
      return context.diagnostic(
        "other form of a horizontal rule; write “\(usual)”", at: written,
        fix: isApart ? .safe(Edit(written, usual)) : nil)
    }
  }
}
