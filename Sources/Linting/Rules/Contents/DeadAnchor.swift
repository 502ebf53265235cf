import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let deadAnchor = Rule(
    id: "dead-anchor",
    summary: "Link only to anchors that exist in the list.",
    details: """
      Anchors are computed as GitHub computes them. As on GitHub, a link in any letter case leads to an anchor in lower \
      case. A link may have or leave out the selector of an emoji at the start of a heading.
      """,
    rationale: "When a heading is renamed, its anchor changes. Links to the old anchor look fine and lead nowhere.",
    fix: """
      `--unsafe-fixes` corrects a link to an `id` or `name` that differs only in letter case. In a contents list, it \
      also corrects an item whose section is clear and removes one without a section.
      """,
    presets: [.awesome: .error, .strict: .error, .minimal: .error],
    aliases: ["awesome-toc"],
    example: .pair(
      """
      # Awesome Shell

      ## Contents

      - [Prompts](↓#prompt)
      - [Tools](#tools)

      ## Prompts

      - [Starship](https://starship.rs) - Prompt for any shell.

      ## Tools

      - [jq](https://jqlang.org) - JSON processor.

      """,
      """
      # Awesome Shell

      ## Contents

      - [Prompts](#prompts)
      - [Tools](#tools)

      ## Prompts

      - [Starship](https://starship.rs) - Prompt for any shell.

      ## Tools

      - [jq](https://jqlang.org) - JSON processor.

      """),
    vectors: [
      .good("[Tools](#tools-️)\n\n## Tools ⚒️\n"),
      .good("[Sound](#️-sound) [Sound](#%EF%B8%8F-sound) [Sound](#-sound)\n\n## 🎙️ Sound\n"),
      .good("[One](#1-one) [One](#1️⃣-one)\n\n## 1️⃣ One\n"),
      .good("[Top](#) [Up](#readme) [Old](#old)\n\n<a name=\"old\"></a>\n\n## New\n"),
      .bad("[Tools](↓#tool)\n\n## Tools\n"),
      .good(
        "[Tools](#Tools) [Cats](#BIG-%43ats) [Eau](#%C3%89AU) [Sound](#️-SOUND)\n\n## Tools\n## Big Cats\n## Éau\n## 🎙️ Sound\n"
      ),
      .bad(
        "[Old](↓#old) [Old](#Old)\n\n<a name=\"Old\"></a>\n\n## New\n",
        fixed: "[Old](#Old) [Old](#Old)\n\n<a name=\"Old\"></a>\n\n## New\n"),
      .bad(
        "# T\n\n## Contents\n\n- [Big cats](↓#cats)\n- [Gone](↓#gone)\n- [B](#b)\n\n## Big Cats\n\nText.\n\n## B\n\nText.\n",
        fixed:
          "# T\n\n## Contents\n\n- [Big cats](#big-cats)\n- [B](#b)\n\n## Big Cats\n\nText.\n\n## B\n\nText.\n"
      ),
      .bad("<a href=\"↓#tool\">Tools</a>\n\n## Tools\n"),
    ]
  ) { context in
    let dead = context.index.links.filter { link in
      link.fragment.map { !context.list.anchors.resolves($0) } ?? false
    }
    if dead.isEmpty { return [] }
    // Made once: a list may have as many dead links as anchors.
    let anchors = context.list.anchors.byLowercase
    let changes = itemChanges(context)
    return dead.map { link in
      let fragment = Fragment.anchor(of: link.fragment ?? "")
      let change = changes[link.destinationRange ?? link.range] ?? changes[link.range]
      let near = change?.section == nil ? (anchors[fragment.lowercased()] ?? nil).map { "#" + $0 } : change?.address
      let advice = near.map { "did you mean “\($0)”?" } ?? "correct the link or remove it"
      let fix =
        near.flatMap { near in link.destinationRange.map { Fix.unsafe(Edit($0, near)) } }
        ?? change.flatMap { $0.edits.isEmpty ? nil : Fix(edits: $0.edits, isSafe: false) }
      return context.diagnostic(
        "no heading matches “\(link.url)”; \(advice)", at: link.destinationRange ?? link.range, fix: fix)
    }
  }

  /// What becomes of the items of contents lists that lead nowhere, by their places.
  private static func itemChanges(
    _ context: RuleContext
  ) -> [SourceRange: (section: Section?, address: String, edits: [Edit])] {
    var changes: [SourceRange: (section: Section?, address: String, edits: [Edit])] = [:]
    for revision in context.index.contentsRevisions where !revision.contents.isManaged {
      for change in revision.changes where change.isDead {
        changes[change.place] = (change.section, change.address, change.edits)
      }
    }
    return changes
  }
}
