import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let forbiddenSection = Rule(
    id: "forbidden-section",
    summary: "Keep the licence in a separate file, and the contents to sections about the subject.",
    details: "Credits such as “Inspired by …” go to the end of the list.",
    rationale: """
      Sites show the licence file beside the list. Readers look for Contributing and Footnotes at the end, without \
      help from the contents list.
      """,
    fix: "`--unsafe-fixes` removes the section, the item or the sentence.",
    presets: [.strict: .error],
    aliases: ["awesome-license"],
    example: .pair(
      "# Awesome Shell\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n\n## ↓License\n\nCC0.\n",
      "# Awesome Shell\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n\n"),
    vectors: [
      .good("# T\n\n## A\n\nText.\n\n## Contributing\n\nText.\n"),
      .good("# T\n\n## Licensing\n\n- [A](https://example.org) - Text.\n"),
      .bad("# T\n\n## A\n\nText.\n\n## ↓📄 License\n\nCC0.\n", fixed: "# T\n\n## A\n\nText.\n\n"),
      .bad(
        "# T\n\n## Contents\n\n- [A](#a)\n- ↓[Contributing](#contributing)\n\n## A\n\nText.\n\n## Contributing\n\nText.\n",
        fixed: "# T\n\n## Contents\n\n- [A](#a)\n\n## A\n\nText.\n\n## Contributing\n\nText.\n"),
      .bad(
        "# T\n\n↓Inspired by [awesome-a](https://example.org).\n\n## A\n\nText.\n",
        fixed: "# T\n\n\n\n## A\n\nText.\n"),
      .bad("# T\n\nText. ↓Inspired by awesome-a. Text.\n\n## A\n\nText.\n"),
      .good("# T\n\nTools inspired by nature. It is inspired by trees.\n\n## A\n\nText.\n"),
      .bad("# T\n\n> *↓Inspired by awesome-a.*\n\n## A\n\nText.\n"),
      .bad("# T\n\nText. This curated list was heavily ↓inspired by awesome-a.\n\n## A\n\nText.\n"),
      .bad("# T\n\n## A\n\n[b]\n\n## ↓License\n\nText.\n\n[b]: https://example.org\n\nText.\n"),
    ]
  ) { context in
    licenses(context) + listed(context) + inspirations(context)
  }

  private static func licenses(_ context: RuleContext) -> [Diagnostic] {
    context.index.sections.filter { $0.isLicense && !$0.hasEntries }.map { section in
      // Comments after the section stay: other programs may read them.
      let blocks = section.elements.filter { !$0.isComment }.flatMap(\.blocks)
      let end = blocks.last?.range.upperBound ?? section.heading.range.upperBound
      let line = context.source.lineIndex(at: end)
      let next = line + 1 < context.source.lineCount ? context.source.lineStarts[line + 1] : context.source.bytes.count
      let whole = SourceRange(section.heading.range.lowerBound, next)
      let fix = Fix.unsafe(Edit(whole, ""))
      // Definitions at a file's end serve the links of all sections.
      let hasDefinitions = context.document.definitions.contains { whole.overlaps($0.range) }
      return context.diagnostic(
        "section about the licence; put it in a file LICENSE", at: section.heading.textRange,
        fix: section.sections.isEmpty && !hasDefinitions ? fix : nil)
    }
  }

  private static func listed(_ context: RuleContext) -> [Diagnostic] {
    let names: Set<String> = ["contributing", "footnotes"]
    guard let contents = context.list.contents?.list else { return [] }
    return contents.links.compactMap { link in
      guard let range = link.range, names.contains(link.text.lowercased().filter(\.isLetter)) else { return nil }
      let fix = context.source.lineOfItem(range).map { Fix.unsafe(Edit($0, "")) }
      return context.diagnostic(
        "not a section about the subject; remove it from the contents list", at: range, fix: fix)
    }
  }

  private static func inspirations(_ context: RuleContext) -> [Diagnostic] {
    let end = context.header.upperBound
    let blocks = context.document.blocks.prefix { $0.range.lowerBound < end }
    let paragraphs = blocks.flatMap { $0.kind == .quote ? $0.children : [$0] }.filter { $0.kind == .paragraph }
    return paragraphs.compactMap { block in
      // The whole sentence may be in bold or italics.
      let texts = block.inlines.flatMap { [.emphasis, .strong].contains($0.kind) ? $0.children : [$0] }
      guard let phrase = texts.lazy.compactMap({ inspiration($0, context.source) }).first else { return nil }
      let line = context.source.line(context.source.lineIndex(at: phrase.lowerBound))
      let isWhole = phrase.lowerBound == block.range.lowerBound && phrase.lowerBound == line.lowerBound
      let message = "credit before the list; move it to the end"
      return context.diagnostic(
        message, at: isWhole ? block.range : phrase, severity: .warning,
        fix: isWhole ? .unsafe(Edit(block.range, "")) : nil)
    }
  }

  /// The words of a sentence that say whom a list was inspired by.
  private static func inspiration(_ inline: Inline, _ source: SourceText) -> SourceRange? {
    guard inline.kind == .text, let range = inline.range else { return nil }
    // A regular expression is compiled on each use.
    guard source.bytes(in: range).contains("nspired by") else { return nil }
    let text = source[range]
    let sentence =
      #/
      (^|[.!?]\s+)
      (This\ ([a-z]+\ )?(list|collection|page|project|repo|repository)\ (is|was)\ ([a-z]+ly\ )?)?
      [Ii]nspired\ by\b
      /#
    guard let found = text.firstRange(of: sentence), let words = text[found].firstRange(of: /[Ii]nspired by/) else {
      return nil
    }
    let start = range.lowerBound + text[..<words.lowerBound].utf8.count
    return SourceRange(start, start + text[words].utf8.count)
  }
}
