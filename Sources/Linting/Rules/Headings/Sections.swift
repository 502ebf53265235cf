import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let sections = Rule(
    id: "sections",
    summary: "Give every section content, a unique name and the next level.",
    details: "Sections under different headings may have the same name.",
    rationale: """
      An empty section disappoints readers who follow the contents list. A skipped level breaks the outline that \
      screen readers use. Sections with the same name get anchors that differ by a number, and the number changes when \
      a section moves.
      """,
    presets: [.awesome: .warning, .strict: .warning],
    example: .pair(
      "# Awesome Shell\n\n## ↓Prompts\n\n## Navigation\n\n- [zoxide](https://github.com/ajeetdsouza/zoxide) - Faster `cd`.\n",
      "# Awesome Shell\n\n## Navigation\n\n- [zoxide](https://github.com/ajeetdsouza/zoxide) - Faster `cd`.\n"),
    vectors: [
      .good("# T\n\n## A\n\nA note.\n\n## B\n\n### C\n\n- [X](https://example.org) - Text.\n"),
      .good("# T\n\n## A\n\n### X\n\nText.\n\n## B\n\n### X\n\nText.\n"),
      .good("# T\n\n## C\n\nText.\n\n## C++\n\nText.\n"),
      .bad("# T\n\n## ↓A\n\n## B\n\n- [X](https://example.org) - Text.\n"),
      .bad("# T\n\n## ↓A\n\n<!-- nothing yet -->\n"),
      .bad("# T\n\n## A\n\n#### ↓B\n\n- [X](https://example.org) - Text.\n"),
      .bad("# T\n\n## A\n\nText.\n\n## ↓A\n\nText.\n"),
    ]
  ) { context in
    // Without a heading of level 1, the first one decides where the levels begin.
    let empty = context.index.sections.filter(\.isEmpty).map {
      context.diagnostic("empty section; fill it or remove it", at: $0.heading.textRange)
    }
    return empty + skippedLevels(in: context) + duplicates(in: context)
  }

  /// The headings more than one level below the one before, where the list does not skip levels as a habit.
  private static func skippedLevels(in context: RuleContext) -> [Diagnostic] {
    // Without a heading of level 1, the first one decides where the levels begin.
    var level = context.list.title?.level ?? (context.index.sections.map(\.level).min() ?? 2) - 1
    var skipped: [Diagnostic] = []
    var deeper: [SourceRange] = []
    for section in context.index.sections where !section.heading.isContents {
      let range = section.heading.textRange
      if section.level > level { deeper.append(range) }
      if section.level > level + 1 {
        let message = "level \(section.level) after level \(level); use level \(level + 1)"
        skipped.append(context.diagnostic(message, at: range))
      }
      level = section.level
    }
    guard context.followsConventions else { return skipped }
    let convention = Convention(
      of: "headings below another", "is one level below it", "are one level below it", isReversible: false
    ) { _ in [] }
    let standard = Convention.Standard(findings: skipped.count, places: deeper.count)
    return convention.findings(skipped, by: standard, in: context) { deeper }
  }

  /// Headings of one name under the same heading; different headings above distinguish them.
  ///
  /// The anchors of “C” and “C++” differ by a number too, but nobody can call these otherwise.
  private static func duplicates(in context: RuleContext) -> [Diagnostic] {
    ([context.list.sections] + context.index.sections.map(\.sections)).flatMap { siblings -> [Diagnostic] in
      var lines: [String: Int] = [:]
      return siblings.compactMap { section in
        let range = section.heading.textRange
        let key = section.title.lowercased() + "#" + section.heading.slug
        guard let line = lines.updateValue(context.lineNumber(of: range), forKey: key) else { return nil }
        return context.diagnostic("same name as the section on line \(line); rename one of them", at: range)
      }
    }
  }
}
