import Diagnostics
import Markdown
import Source

/// A line that begins with the marker of a list item or heading without the space that makes it one.
struct GluedMarker: Sendable {
  enum Kind: Sendable {
    case item, heading
    /// A character that looks like a bullet and is none in Markdown.
    case bullet(String)
  }

  let kind: Kind
  let marker: SourceRange
  /// The lines that are shown as a part of something else.
  let line: SourceRange
  /// What makes of them what was meant; empty where that is not certain.
  let edits: [Edit]
}

extension Rule {
  static let gluedMarker = Rule(
    id: "glued-marker",
    summary: "Put a space after the marker of a list item or heading.",
    details: """
      Reported are lines of text that begin like an item or a heading. A character such as “•” starts no item either. \
      Lines in code and quotes are not checked.
      """,
    rationale: """
      Without the space, the line is not an item or heading. GitHub appends it to the text before it, so readers miss \
      the entry or the section.
      """,
    fix: "`--unsafe-fixes` puts the space there, or “- ” in place of another character, where that is certain.",
    presets: [.awesome: .error, .strict: .error, .minimal: .error],
    example: .pair(
      "## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n↓-[Pure](https://github.com/sindresorhus/pure) - Prompt for Zsh.\n\n↓##Navigation\n\n- [zoxide](https://github.com/ajeetdsouza/zoxide) - Faster `cd`.\n",
      "## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n- [Pure](https://github.com/sindresorhus/pure) - Prompt for Zsh.\n\n## Navigation\n\n- [zoxide](https://github.com/ajeetdsouza/zoxide) - Faster `cd`.\n"
    ),
    vectors: [
      .good("- [A](https://example.org) - Text,\n  -5 degrees and #tag.\n\n> ##Quoted\n\n`##Code`\n"),
      .good("*[A](https://example.org)* is emphasis.\n\n**[B](https://example.org/b)** too.\n"),
      .good("#rust #swift\n\nJoin us at\n##awesome on Libera.\n\n####### Seven\n"),
      .good("[A](#a)\n• [B](#b)\n• [C](#c)\n\n[A](#a) • [B](#b)\n\n• [A](#a) • [B](#b)\n"),
      .good("• First.  \n• Second.\n\n-5 degrees.\n\n1.5 times.\n\n--- text\n\n\\##No\n"),
      .bad(
        "* [A](https://example.org) - Text.\n↓*[B](https://example.org/b) - Text.\n",
        fixed: "* [A](https://example.org) - Text.\n* [B](https://example.org/b) - Text.\n"),
      .bad("↓-[ ] Task\n↓-[x] Done\n", fixed: "- [ ] Task\n- [x] Done\n"),
      .bad(
        "- A\n↓-B\n- C\n\nText.\n↓+**[D](https://example.org)** - Text.\n",
        fixed: "- A\n- B\n- C\n\nText.\n+ **[D](https://example.org)** - Text.\n"),
      .bad(
        "1. [A](https://example.org) - Text.\n↓2.[B](https://example.org/b) - Text.\n",
        fixed: "1. [A](https://example.org) - Text.\n2. [B](https://example.org/b) - Text.\n"),
      .bad(
        "- [A](https://example.org) - Text.\n↓• [B](https://example.org/b) - Text.\n",
        fixed: "- [A](https://example.org) - Text.\n- [B](https://example.org/b) - Text.\n"),
      .bad(
        "- [A](https://example.org)\n↓• [B](https://example.org/b)\n",
        fixed: "- [A](https://example.org)\n- [B](https://example.org/b)\n"),
      .bad("Tools:\n↓• A\n•  B\n", fixed: "Tools:\n- A\n- B\n"),
      .bad(
        "- [A](https://example.org) - Text.\n↓##Tools\n- [B](https://example.org/b) - Text.\n",
        fixed: "- [A](https://example.org) - Text.\n## Tools\n- [B](https://example.org/b) - Text.\n"),
      .bad("↓##Tools##\n\n↓##C#\n", fixed: "## Tools ##\n\n## C#\n"),
      .bad("↓#Awesome Kites\n\n#tag\n", fixed: "# Awesome Kites\n\n#tag\n"),
      .good("# T\n\n#Tag\n\n## A\n"),
      .bad("# A\n\nText.\n\n↓#B\n\n# C\n\n# D\n", fixed: "# A\n\nText.\n\n# B\n\n# C\n\n# D\n"),
      .bad("# T\n\n↓##\u{3000}道具\n", fixed: "# T\n\n## 道具\n"),
    ]
  ) { context in
    context.index.hidden.gluedMarkers.map { found in
      let fix = found.edits.isEmpty ? nil : Fix(edits: found.edits, isSafe: false)
      let message =
        switch found.kind {
        case .item: "not a list item without a space; put one after “\(context.source[found.marker])”"
        case .heading: "not a heading without a space; put one after “\(context.source[found.marker])”"
        case .bullet(let bullet): "“\(bullet)” starts no list item; begin the line with “- ”"
        }
      return context.diagnostic(message, at: found.marker, fix: fix, writesIntoHidden: true)
    }
  }
}
