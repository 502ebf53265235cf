import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let sectionEmoji = Rule(
    id: "section-emoji",
    summary: "Give all headings of a level an emoji in the same place, or none.",
    details: "Checked where three quarters of the headings of a level have an emoji.",
    rationale: """
      Among headings with an emoji, one without it looks forgotten. Emoji in different places make the contents list \
      ragged.
      """,
    fix: "`--unsafe-fixes` moves the emoji or removes the second one, and corrects the links to the heading.",
    presets: [.awesome: .warning, .strict: .warning],
    example: .pair(
      "# Awesome Shell\n\n## 🎨 Prompts\n\nText.\n\n## 🚀 Launchers\n\nText.\n\n## 📦 Plugins\n\nText.\n\n## ↓Games 🎮\n\nText.\n",
      "# Awesome Shell\n\n## 🎨 Prompts\n\nText.\n\n## 🚀 Launchers\n\nText.\n\n## 📦 Plugins\n\nText.\n\n## 🎮 Games\n\nText.\n"
    ),
    vectors: [
      .good("# T\n\n## A 🎉\n\nText.\n\n## B 🚀\n\nText.\n\n## C 📖\n\nText.\n"),
      .good("# T\n\n## A\n\nText.\n\n## B\n\nText.\n\n## C 📖\n\nText.\n"),
      .bad(
        "# T\n\n[A](#-a-)\n\n## ↓🎉 A 🎉\n\nText.\n", fixed: "# T\n\n[A](#-a)\n\n## 🎉 A\n\nText.\n"),
      .bad("# T\n\n## A 🎉\n\nText.\n\n## B 🚀\n\nText.\n\n## ↓C\n\nText.\n\n## D 📖\n\nText.\n"),
      .bad(
        "# T\n\n[C](#-c)\n\n## A 🎉\n\nText.\n\n## B 🚀\n\nText.\n\n## ↓📖 C\n\nText.\n\n## D 📖\n\nText.\n",
        fixed:
          "# T\n\n[C](#c-)\n\n## A 🎉\n\nText.\n\n## B 🚀\n\nText.\n\n## C 📖\n\nText.\n\n## D 📖\n\nText.\n"),
    ]
  ) { context in
    let sections = zip(context.index.sections, context.index.sectionRoles).filter { $1.isSubject }.map(\.0)
    let doubled = sections.filter { section in
      section.emoji.map { section.heading.text.ranges(of: $0).count > 1 } ?? false
    }
    return doubled.map { section in
      let fix = section.emoji.flatMap { emoji -> Fix? in
        let name = section.heading.text.replacing(each: emoji, by: "").trimmed
        return renaming(section, to: leads(section) ? "\(emoji) \(name)" : "\(name) \(emoji)", context)
      }
      return context.diagnostic("same emoji twice; remove one", at: section.heading.textRange, fix: fix)
    }
      + inconsistent(sections, context)
  }

  private static func inconsistent(_ sections: [Section], _ context: RuleContext) -> [Diagnostic] {
    Dictionary(grouping: sections, by: \.level).values.flatMap { sections -> [Diagnostic] in
      let decorated = sections.filter { $0.emoji != nil }
      guard decorated.count * 4 >= sections.count * 3 else { return [] }
      let bare = sections.filter { $0.emoji == nil }.map {
        context.diagnostic("heading without emoji; add one, as in the other headings", at: $0.heading.textRange)
      }
      return bare + misplaced(decorated, context)
    }
  }

  /// The headings with their emoji where few have it.
  private static func misplaced(_ sections: [Section], _ context: RuleContext) -> [Diagnostic] {
    let leading = sections.filter(leads)
    let trailing = sections.filter { !leads($0) }
    let isFirstUsual = leading.count > trailing.count
    let few = isFirstUsual ? trailing : leading
    guard few.count * 4 <= sections.count else { return [] }
    let (place, other) = isFirstUsual ? ("before", "after") : ("after", "before")
    return few.map { section in
      let emoji = section.emoji ?? ""
      let words = isFirstUsual ? "\(emoji) \(section.title)" : "\(section.title) \(emoji)"
      return context.diagnostic(
        "emoji \(other) the name; put it \(place) the name, as in the other headings", at: section.heading.textRange,
        fix: renaming(section, to: words, context))
    }
  }

  /// Whether the emoji is before the name.
  private static func leads(_ section: Section) -> Bool { section.heading.text.first == section.emoji?.first }

  /// The edits that write a heading anew and turn the links to it; nil for one with more than plain words in it.
  private static func renaming(_ section: Section, to words: String, _ context: RuleContext) -> Fix? {
    let heading = section.heading
    guard context.source[heading.textRange] == heading.text, heading.anchor == heading.slug,
      let links = context.edits(ofLinksTo: heading, renamed: words)
    else { return nil }
    return Fix(edits: [Edit(heading.textRange, words)] + links, isSafe: false)
  }
}
