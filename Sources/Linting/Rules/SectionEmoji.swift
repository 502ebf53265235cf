import AwesomeList
import Diagnostics
import Markdown

extension Rule {
  static let sectionEmoji = Rule(
    id: "section-emoji",
    summary: "Either all headings of a level have an emoji, in the same place, or none has.",
    rationale: """
      Where every heading has its emoji, the one without looks forgotten, and one that stands before the name where the others \
      stand behind it makes the contents ragged.
      """,
    defaultSeverity: .warning,
    examples: [
      .good("# T\n\n## A 🎉\n\nText.\n\n## B 🚀\n\nText.\n\n## C 📖\n\nText.\n"),
      .good("# T\n\n## A\n\nText.\n\n## B\n\nText.\n\n## C 📖\n\nText.\n"),
      .bad("# T\n\n## ↓🎉 A 🎉\n\nText.\n"),
      .bad("# T\n\n## A 🎉\n\nText.\n\n## B 🚀\n\nText.\n\n## ↓C\n\nText.\n\n## D 📖\n\nText.\n"),
      .bad("# T\n\n## A 🎉\n\nText.\n\n## B 🚀\n\nText.\n\n## ↓📖 C\n\nText.\n\n## D 📖\n\nText.\n"),
    ]
  ) { context in
    let sections = context.index.sections.filter { !$0.isFooter && !$0.heading.isContents && !$0.isAboutTheList }
    let doubled = sections.filter { section in
      section.emoji.map { section.heading.text.ranges(of: $0).count > 1 } ?? false
    }
    return doubled.map { context.diagnostic("the heading has its emoji twice", at: $0.heading.textRange) }
      + inconsistent(sections, context)
  }

  private static func inconsistent(_ sections: [Section], _ context: RuleContext) -> [Diagnostic] {
    Dictionary(grouping: sections, by: \.level).values.flatMap { sections -> [Diagnostic] in
      let decorated = sections.filter { $0.emoji != nil }
      guard decorated.count >= 3, decorated.count * 4 >= sections.count * 3 else { return [] }
      let bare = sections.filter { $0.emoji == nil }.map {
        context.diagnostic("“\($0.title)” has no emoji, the other headings have", at: $0.heading.textRange)
      }
      return bare + misplaced(decorated, context)
    }
  }

  /// The headings with their emoji where few have it.
  private static func misplaced(_ sections: [Section], _ context: RuleContext) -> [Diagnostic] {
    let leading = sections.filter { $0.heading.text.first == $0.emoji?.first }
    let trailing = sections.filter { $0.heading.text.first != $0.emoji?.first }
    let isFirstUsual = leading.count > trailing.count
    let few = isFirstUsual ? trailing : leading
    guard few.count * 4 <= sections.count else { return [] }
    let place = isFirstUsual ? "before" : "behind"
    return few.map {
      context.diagnostic("the other headings have their emoji \(place) the name", at: $0.heading.textRange)
    }
  }
}
