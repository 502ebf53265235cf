import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let tocSync = Rule(
    id: "toc-sync",
    summary: "Name every section in the contents list, in order.",
    details: """
      Sections about the list itself, such as Contributing and Footnotes, may be missing. A section of a lower level \
      must be named where one of its siblings is.
      """,
    rationale: """
      Nobody finds a section that the contents list does not name. An item with another name than its section makes \
      readers wonder whether they are in the right place.
      """,
    fix: """
      `--fix` adds, sorts, links and renames items. `--unsafe-fixes` also removes duplicates and corrects the anchor \
      of an item that leads to another section of the same name.
      """,
    presets: [.awesome: .error],
    aliases: ["awesome-toc"],
    example: .pair(
      "# Awesome Shell\n\n## Contents\n\n- [Prompts](#prompts)\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n\n## ↓Navigation\n\n- [zoxide](https://github.com/ajeetdsouza/zoxide) - Faster `cd`.\n",
      "# Awesome Shell\n\n## Contents\n\n- [Prompts](#prompts)\n- [Navigation](#navigation)\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n\n## Navigation\n\n- [zoxide](https://github.com/ajeetdsouza/zoxide) - Faster `cd`.\n"
    ),
    vectors: [
      .good(
        "# T\n\n## Contents\n\n- [A](#a)\n- [B](#-b)\n\n## A\n\nText.\n\n## 🎉 B\n\nText.\n\n## Contributing\n\nText.\n"),
      .good("# T\n\n## Contents\n\n- [A](#a)\n\n## A\n\n### X\n\nText.\n"),
      .good(
        "# T\n\n## Contents\n\n- [A](#x)\n- [B](#y)\n\n<a name=\"x\"></a>\n\n## All of a\n\nText.\n\n## Bs <a id=\"y\"></a>\n\nText.\n"
      ),
      .good("# T\n\n## Contents\n\n- [A](#a)\n\n### More\n\n- [B](#b)\n\n## A\n\nText.\n\n## B\n\nText.\n"),
      .bad(
        "# T\n\n## Contents\n\n- [A](#x)\n\n<a name=\"x\"></a>\n\n## ↓B\n\nText.\n\n## A\n\nText.\n"),
      .bad(
        "# T\n\n## Contents\n\n- [A](#a)\n- [C](#c)\n\n## A\n\nText.\n\n## ↓B\n\nText.\n\n## C\n\nText.\n",
        fixed:
          "# T\n\n## Contents\n\n- [A](#a)\n- [B](#b)\n- [C](#c)\n\n## A\n\nText.\n\n## B\n\nText.\n\n## C\n\nText.\n"),
      .bad(
        "# T\n\n## Contents\n\n- [B](#b)\n- [↓A](#a)\n\n## A\n\nText.\n\n## B\n\nText.\n",
        fixed: "# T\n\n## Contents\n\n- [A](#a)\n- [B](#b)\n\n## A\n\nText.\n\n## B\n\nText.\n"),
      .bad(
        "# T\n\n## Contents\n\n- [A](#a)\n  - [X](#x)\n- [B](#b)\n  - [X](↓#x)\n\n## A\n\n### X\n\nText.\n\n## B\n\n### X\n\nText.\n",
        fixed:
          "# T\n\n## Contents\n\n- [A](#a)\n  - [X](#x)\n- [B](#b)\n  - [X](#x-1)\n\n## A\n\n### X\n\nText.\n\n## B\n\n### X\n\nText.\n"
      ),
      .bad(
        "# T\n\n## Contents\n\n- [A](#a)\n- [B](#b)\n- [↓A](#a)\n\n## A\n\nText.\n\n## B\n\nText.\n",
        fixed: "# T\n\n## Contents\n\n- [A](#a)\n- [B](#b)\n\n## A\n\nText.\n\n## B\n\nText.\n"),
      .bad(
        "# T\n\n## Contents\n\n- [A](#a)\n- ↓B\n- ↓C\n\n## A\n\nText.\n\n## B\n\nText.\n",
        fixed: "# T\n\n## Contents\n\n- [A](#a)\n- [B](#b)\n- C\n\n## A\n\nText.\n\n## B\n\nText.\n"),
      .bad(
        "# T\n\n## Contents\n\n- [↓Old](#a)\n\n## A\n\nText.\n",
        fixed: "# T\n\n## Contents\n\n- [A](#a)\n\n## A\n\nText.\n"),
    ]
  ) { context in
    guard let contents = context.list.contents else { return [] }
    let index = ContentsIndex(contents, context)
    let repeated = repeated(index, context)
    return missing(index, context) + outOfOrder(index, but: Set(repeated.map(\.range)), context)
      + misled(index, context) + misnamed(index, context)
      + unlinked(index, context) + repeated
  }

  private static func missing(_ index: ContentsIndex, _ context: RuleContext) -> [Diagnostic] {
    index.missing.map { section in
      return context.diagnostic(
        "section missing from the contents list; add it there", at: section.heading.textRange,
        fix: index.insertion(of: section))
    }
  }

  private static func outOfOrder(
    _ index: ContentsIndex, but repeated: Set<SourceRange>, _ context: RuleContext
  ) -> [Diagnostic] {
    let items = index.items.filter {
      index.parent(of: $0).flatMap($0.namesake) == nil && !repeated.contains($0.textRange)
    }
    var ordered: Set<Int> = []
    return items.map(\.section.heading.range).misplacements.map { misplaced in
      let (item, other) = (items[misplaced.index], items[misplaced.neighbour])
      let place = misplaced.belongsBefore ? "before" : "after"
      let message = "not in the order of the sections; put it \(place) “\(other.section.title)”"
      // The first finding of a list orders all of it.
      let fix = ordered.insert(item.list).inserted ? index.reordering(of: item) : nil
      return context.diagnostic(message, at: item.textRange, fix: fix)
    }
  }

  /// The items that lead to a section of their name, but not to the one below the section of the item above.
  private static func misled(_ index: ContentsIndex, _ context: RuleContext) -> [Diagnostic] {
    index.items.compactMap { item in
      guard let parent = index.parent(of: item), let section = item.namesake(below: parent) else { return nil }
      let message =
        "leads to another section of this name; write “#\(section.anchor)” for the one in “\(parent.section.title)”"
      let fix = item.destinationRange.map { Fix.unsafe(Edit($0, "#" + section.anchor)) }
      return context.diagnostic(message, at: item.destinationRange ?? item.textRange, fix: fix)
    }
  }

  /// The items that lead where one above does, those aside that mean another section of the name.
  private static func repeated(_ index: ContentsIndex, _ context: RuleContext) -> [Diagnostic] {
    var lines: [String: Int] = [:]
    return index.items.compactMap { item in
      if index.parent(of: item).flatMap(item.namesake) != nil { return nil }
      let line = context.lineNumber(of: item.textRange)
      guard let first = lines[item.section.anchor] else {
        lines[item.section.anchor] = line
        return nil
      }
      let whole = item.block.children.count == 1 ? context.source.lineOfItem(item.linkRange) : nil
      return context.diagnostic(
        "duplicate of the item on line \(first); remove it", at: item.textRange,
        fix: whole.map { .unsafe(Edit($0, "")) })
    }
  }

  private static func unlinked(_ index: ContentsIndex, _ context: RuleContext) -> [Diagnostic] {
    index.unlinked.compactMap { item in
      guard let paragraph = item.children.first, let range = paragraph.inlines.compactMap(\.range).first else {
        return nil
      }
      let name = paragraph.text.lettersAndDigits
      let sections = context.index.sections.filter { $0.title.lettersAndDigits == name }
      guard let section = sections.first else {
        return context.diagnostic("no section of this name; correct the item or remove it", at: range)
      }
      let isPlain = paragraph.inlines.count == 1 && paragraph.inlines[0].kind == .text
      let isCertain =
        sections.count == 1 && isPlain && !context.source.bytes(in: range).contains { "[]\\".utf8.contains($0) }
      let link = "[\(context.source[range])](#\(section.anchor))"
      return context.diagnostic(
        "item without link; write “\(link)”", at: range,
        fix: isCertain ? .safe(Edit(range, link)) : nil)
    }
  }

  private static func misnamed(_ index: ContentsIndex, _ context: RuleContext) -> [Diagnostic] {
    index.items.compactMap { item in
      let (text, name) = (item.text.lettersAndDigits, item.section.title.lettersAndDigits)
      // A shorter or longer name is recognised.
      guard !name.isEmpty, name != text, !name.contains(text) || text.isEmpty, !text.contains(name) else { return nil }
      let title = item.section.title
      let isPlain = !title.utf8.contains { "[]<>*_`\\&".utf8.contains($0) }
      return context.diagnostic(
        "different name than its section; write “\(title)”", at: item.textRange, severity: .warning,
        fix: isPlain && item.isPlain ? .safe(Edit(item.textRange, title)) : nil)
    }
  }
}
