import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let blurb = Rule(
    id: "blurb",
    summary: "Describe the subject in a sentence below the title.",
    rationale: """
      Not every reader knows the subject. Describe it, not the list: “Programs for the terminal”, not “Resources for \
      the terminal”.
      """,
    presets: [.strict: .warning],
    example: .pair(
      "# Awesome Shell\n\n↓A list of resources for the shell.\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n",
      "# Awesome Shell\n\nA shell reads commands and runs programs.\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n"
    ),
    vectors: [
      .good("# Awesome A\n\n> A is a tool for B.\n\n## C\n\nText.\n"),
      .good("# Awesome A\n\n<p>A is a tool for B.</p>\n\n## C\n\nText.\n"),
      .bad("# ↓Awesome A\n\n## C\n\nText.\n"),
      .bad("# Awesome A\n\n↓Resources for A.\n\n## C\n\nText.\n"),
      .bad("# Awesome A\n\n↓> 😎 Awesome A packages and tools.\n\n## C\n\nText.\n"),
    ]
  ) { context in
    let start = context.list.title?.range.upperBound ?? 0
    let blurb = context.document.blocks.first { block in
      (block.kind == .paragraph || block.kind == .quote) && block.range.lowerBound >= start
        && context.header.contains(block.range) && text(of: block).count(where: \.isLetter) > 2
    }
    guard let blurb else {
      guard let title = context.list.title, !hasHTMLText(context), !context.index.sections.isEmpty else { return [] }
      let message = "no description of the subject; write a sentence below the title"
      return [context.diagnostic(message, at: title.textRange)]
    }
    guard isAboutTheList(text(of: blurb)) else { return [] }
    return [context.diagnostic("sentence about the list; describe its subject instead", at: blurb.range)]
  }

  /// Whether a sentence begins with the list, and not with what it is about.
  private static func isAboutTheList(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    let start = words.drop { ["a", "an", "the"].contains($0) }.prefix(3)
    guard let first = start.first else { return false }
    if first == "resources" || first == "awesome" { return true }
    return ["list", "collection"].contains(first) && start.dropFirst().first == "of" && start.last == "resources"
  }

  private static func text(of block: Block) -> String {
    block.children.isEmpty ? block.text : block.children.map(\.text).joined(separator: " ")
  }

  private static func hasHTMLText(_ context: RuleContext) -> Bool {
    context.document.blocks.contains { block in
      guard block.kind == .html, context.header.contains(block.range) else { return false }
      return context.source[block.range].replacing(
        /<!--[\s\S]*?-->|<[^>]*>/.matchingSemantics(.unicodeScalar), with: ""
      ).contains(where: \.isLetter)
    }
  }
}
