import AwesomeList
import Diagnostics

extension Rule {
  static let entryForm = Rule(
    id: "entry-form",
    summary: "The entries of a section are written in one form.",
    rationale: """
      Where most entries have their description behind the link and one has it in a quote below, readers see two kinds of \
      entries and look for the difference.
      """,
    defaultSeverity: .warning,
    examples: [
      .good("- [A](https://example.org) - Text.\n- [B](https://example.org/b)\n"),
      .good("- [A](https://example.org)\n> Text.\n- [B](https://example.org/b)\n> Text.\n"),
      .bad(
        "- [A](https://example.org) - Text.\n- [B](https://example.org/b) - Text.\n- ↓[C](https://example.org/c)\n\n  > Text.\n"
      ),
    ]
  ) { context in
    context.index.siblings.flatMap { entries -> [Diagnostic] in
      // Mostly all are of one shape.
      guard let shape = entries.first?.shape, entries.contains(where: { $0.shape != shape }) else { return [] }
      let described = entries.filter { $0.description != nil && $0.link != nil }
      let groups = Dictionary(grouping: described, by: { form(of: $0) })
      guard groups.count > 1, let most = groups.max(by: { $0.value.count < $1.value.count }),
        most.value.count * 3 >= described.count * 2
      else { return [] }
      return groups.filter { $0.key != most.key }.values.joined().compactMap { entry in
        guard let link = entry.link else { return nil }
        let message =
          "“\(entry.title)” has its description \(form(of: entry)), the other entries of the section \(most.key)"
        return context.diagnostic(message, at: link.range)
      }
    }
  }

  private static func form(of entry: Entry) -> String {
    switch entry.shape {
    case .quote: "in a quote"
    case .details: "in <details>"
    case .row: "in a table"
    case .heading: "below a heading"
    case .paragraph: "in a paragraph"
    case .dash, .enDash, .emDash, .colon, .text, .label, .link, .group, .line, .html: "behind the link"
    }
  }
}
