import AwesomeList
import Diagnostics

extension Rule {
  static let sections = Rule(
    id: "sections",
    summary: "Sections have content, headings of the next level, and names of their own.",
    rationale: """
      An empty section disappoints whoever follows the contents list to it. A skipped level breaks the outline that readers and \
      screen readers rely on. Two headings of one name side by side cannot be told apart, and their anchors differ by a number, \
      which changes when a section moves.
      """,
    presets: [.awesome: .warning],
    examples: [
      .good("# T\n\n## A\n\nA note.\n\n## B\n\n### C\n\n- [X](https://example.org) - Text.\n"),
      .good("# T\n\n## A\n\n### X\n\nText.\n\n## B\n\n### X\n\nText.\n"),
      .good("# T\n\n## C\n\nText.\n\n## C++\n\nText.\n"),
      .bad("# T\n\n## ↓A\n\n## B\n\n- [X](https://example.org) - Text.\n"),
      .bad("# T\n\n## ↓A\n\n<!-- nothing yet -->\n"),
      .bad("# T\n\n## A\n\n#### ↓B\n\n- [X](https://example.org) - Text.\n"),
      .bad("# T\n\n## A\n\nText.\n\n## ↓A\n\nText.\n"),
    ]
  ) { context in
    var previousLevel = context.list.title?.level ?? 1
    var result: [Diagnostic] = []
    for section in context.index.sections {
      if section.isEmpty {
        result.append(context.diagnostic("the section “\(section.title)” is empty", at: section.heading.textRange))
      }
      if section.level > previousLevel + 1 {
        let message =
          "the heading's level is \(section.level) below one of level \(previousLevel); use \(previousLevel + 1)"
        result.append(context.diagnostic(message, at: section.heading.textRange))
      }
      previousLevel = section.level
    }
    return result + duplicates(in: context)
  }

  /// Headings of one name under the same heading; under different ones they are told apart by these.
  ///
  /// The anchors of “C” and “C++” differ by a number too, but nobody can call these otherwise.
  private static func duplicates(in context: RuleContext) -> [Diagnostic] {
    ([context.list.sections] + context.index.sections.map(\.sections)).flatMap { siblings -> [Diagnostic] in
      // Most have names of their own.
      if HashGroups(siblings.map { TextHash.ofLowercased($0.title) }).repeated.isEmpty { return [] }
      var lines: [String: Int] = [:]
      return siblings.compactMap { section in
        let range = section.heading.textRange
        let key = section.title.lowercased() + "#" + section.heading.slug
        guard let line = lines.updateValue(context.lineNumber(of: range), forKey: key) else { return nil }
        return context.diagnostic("line \(line) has the same heading, “\(section.title)”", at: range)
      }
    }
  }
}
