import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let tocSync = Rule(
    id: "toc-sync",
    summary: "Name every section in the contents list.",
    details: """
      `render` adds what this rule misses. Sections before the contents list and sections about the project, such as \
      Contributing and Related, may be missing. A section of a lower level must be named where nearly all beside it \
      are. The contents list of a chapter covers that chapter. Items in another order than the sections, with another \
      name, or repeated, are warnings: they may be meant so.
      """,
    rationale: """
      Nobody finds a section that the contents list does not name. An item with another name than its section makes \
      readers wonder whether they are in the right place.
      """,
    fix: """
      `--fix` links items, but not in a contents list that another tool writes, such as doctoc. `--unsafe-fixes` also \
      adds, sorts and renames items, removes duplicates, and corrects the anchor of an item that leads to another \
      section of the same name.
      """,
    presets: [.awesome: .warning, .strict: .error],
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
        "# T\n\n## Contents\n\n- [F#](#f)\n- [F](#f-1)\n- [F++](#f-2)\n\n## F#\n\nText.\n\n## F\n\nText.\n\n## F++\n\nText.\n"
      ),
      .good(
        "# T\n\n## Contents\n\n- [Maps](#maps)\n- [Games](#games)\n\n## Maps\n\nText.\n\n## Games\n\n### Maps\n\nText.\n\n### Mods\n\nText.\n"
      ),
      .good(
        "# T\n\n## Before\n\nText.\n\n## Contents\n\n- [A](#a)\n\n## A\n\nText.\n\n## Special thanks\n\nText.\n"
      ),
      .good(
        "# T\n\n## Contents\n\n- [B](#b)\n- [A](#a)\n\n**More**\n\n- [C](#c)\n\n## A\n\nText.\n\n## B\n\nText.\n\n## C\n\nText.\n"
      ),
      .good(
        "# T\n\n## A\n\nText.\n\n## B\n\n#### Contents\n\n- [C](#c)\n- [D](#d)\n\n#### C\n\nText.\n\n#### D\n\nText.\n"),
      .bad(
        "# T\n\n## A\n\nText.\n\n## B\n\n#### Contents\n\n- [C](#c)\n- [D](#d)\n\n#### C\n\nText.\n\n#### D\n\nText.\n\n#### ↓E\n\nText.\n",
        fixed:
          "# T\n\n## A\n\nText.\n\n## B\n\n#### Contents\n\n- [C](#c)\n- [D](#d)\n- [E](#e)\n\n#### C\n\nText.\n\n#### D\n\nText.\n\n#### E\n\nText.\n"
      ),
      .bad(
        "# T\n\n<!-- toc -->\n\n- [A](#a)\n\n<!-- tocstop -->\n\n## A\n\nText.\n\n## ↓B\n\nText.\n"),
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
    context.index.contentsRevisions.flatMap { revision -> [Diagnostic] in
      let wrong = missing(revision, context) + misled(revision, context) + unlinked(revision, context)
      let unusual = outOfOrder(revision.contents, context) + misnamed(revision.contents, context)
      return wrong + unusual + repeated(revision, context)
    }
  }

  /// A fix with changes of a contents list; nil for a list that another tool writes.
  private static func fix(_ changes: [ContentsChange], of revision: ContentsRevision, isSafe: Bool) -> Fix? {
    let edits = revision.contents.isManaged ? [] : revision.edits(of: changes)
    return edits.isEmpty ? nil : Fix(edits: edits, isSafe: isSafe, effects: .structure)
  }

  private static func missing(_ revision: ContentsRevision, _ context: RuleContext) -> [Diagnostic] {
    // A line, table or raw HTML may have no place for an item that keeps its form.
    let added = revision.changes.filter { $0.kind == .added && ($0.isPossible || revision.contents.hasLists) }
      .filter { !($0.section.map(context.index.hidden.isMissed) ?? false) }
    // The first finding of those at one place adds all of them.
    let groups = Dictionary(grouping: added.filter(\.isPossible)) { $0.insertionOffset ?? 0 }
    return added.map { change in
      let group = change.insertionOffset.flatMap { groups[$0] } ?? []
      let isFirst = group.first?.place == change.place
      return context.diagnostic(
        "section missing from the contents list; add it there", at: change.place,
        fix: isFirst ? fix(group, of: revision, isSafe: false) : nil)
    }
  }

  /// The items that lead to a section of their name, but not to the one below the section of the item above.
  private static func misled(_ revision: ContentsRevision, _ context: RuleContext) -> [Diagnostic] {
    revision.changes.filter { $0.kind == .mended && !$0.isDead }.map { change in
      context.diagnostic(
        "leads to another section of this name; write “\(change.address)”", at: change.place,
        fix: fix([change], of: revision, isSafe: false))
    }
  }

  /// The items without a link.
  private static func unlinked(_ revision: ContentsRevision, _ context: RuleContext) -> [Diagnostic] {
    let linked = revision.changes.filter { $0.kind == .linked }
    let places = Set(linked.map(\.place))
    let known = Set(context.index.sections.map(\.title.comparableName))
    let others = revision.contents.unlinked.compactMap { block -> Diagnostic? in
      guard let range = block.firstChild?.inlines.compactMap(\.range).first, !places.contains(range) else { return nil }
      let name = block.visibleText.comparableName
      guard !name.isEmpty, !known.contains(name) else { return nil }
      let message = "no section of this name; correct the item or remove it"
      return context.diagnostic(message, at: range, severity: .warning)
    }
    return others
      + linked.map { change in
        context.diagnostic(
          "item without link; write “[\(change.text)](\(change.address))”", at: change.place,
          fix: fix([change], of: revision, isSafe: true))
      }
  }

  /// The items of one list that are not in the order of the sections, unless the list has groups: these are in their author's order.
  private static func outOfOrder(_ contents: ContentsList, _ context: RuleContext) -> [Diagnostic] {
    guard contents.blocks.count == 1 else { return [] }
    var lists: [Int: [(item: ContentsItem, section: Section)]] = [:]
    var seen: Set<Int> = []
    for item in contents.items {
      guard let list = item.list, let section = item.section, seen.insert(section.heading.range.lowerBound).inserted
      else { continue }
      lists[list.range.lowerBound, default: []].append((item, section))
    }
    return lists.sorted { $0.key < $1.key }.flatMap { _, items in
      items.map(\.section.heading.range).misplacements.enumerated().map { count, misplaced in
        let (item, other) = (items[misplaced.index].item, items[misplaced.neighbour].section)
        let place = misplaced.belongsBefore ? "before" : "after"
        // The first finding of a list orders all of it.
        return context.diagnostic(
          "not in the order of the sections; put it \(place) “\(other.title)”", at: item.link.textRange,
          severity: .warning, fix: count == 0 && !contents.isManaged ? reordering(items, context) : nil)
      }
    }
  }

  /// The edits that put the items of a list in the order of the sections; nil where one of them leads to none.
  private static func reordering(_ items: [(item: ContentsItem, section: Section)], _ context: RuleContext) -> Fix? {
    let list = items.first?.item.list?.children ?? []
    let gaps = zip(list, list.dropFirst()).map { SourceRange($0.range.upperBound, $1.range.lowerBound) }
    guard items.count == list.count,
      gaps.allSatisfy({ $0.lowerBound <= $0.upperBound && context.source[$0].allSatisfy(\.isWhitespace) })
    else { return nil }
    let sorted = items.sorted { $0.section.heading.range < $1.section.heading.range }
    let edits = zip(items, sorted).compactMap { place, item -> Edit? in
      guard let old = place.item.block?.range, let new = item.item.block?.range, old != new else { return nil }
      return Edit(old, context.source[new])
    }
    return edits.isEmpty ? nil : Fix(edits: edits, isSafe: false)
  }

  /// The items with another name than their section; a shorter or longer one is recognised.
  private static func misnamed(_ contents: ContentsList, _ context: RuleContext) -> [Diagnostic] {
    contents.items.compactMap { item -> Diagnostic? in
      guard let section = item.section, !context.index.hidden.isMisleading(item.link.range) else { return nil }
      let (text, name) = (item.link.text.lettersAndDigits, section.title.lettersAndDigits)
      guard !name.isEmpty, name != text, !name.contains(text) || text.isEmpty, !text.contains(name) else { return nil }
      let title = section.title
      let isPlain = !item.link.isHTML && !contents.isManaged && context.source[item.link.textRange] == item.link.text
      return context.diagnostic(
        "different name than its section; write “\(title)”", at: item.link.textRange, severity: .warning,
        fix: isPlain ? .unsafe(Edit(item.link.textRange, title.escapedForLinkText)) : nil)
    }
  }

  /// The items that lead where one above does.
  private static func repeated(_ revision: ContentsRevision, _ context: RuleContext) -> [Diagnostic] {
    let mended = Set(revision.changes.filter { $0.kind == .mended }.map(\.place))
    // Lines and lists of links that stand apart may name the same sections.
    var lines: [[Int]: Int] = [:]
    return revision.contents.items.compactMap { item -> Diagnostic? in
      guard let section = item.section, !mended.contains(item.link.destinationRange ?? item.link.range),
        !context.index.hidden.isMisleading(item.link.range)
      else { return nil }
      let line = context.lineNumber(of: item.link.textRange)
      let key = [item.part, section.heading.range.lowerBound]
      guard let first = lines[key] else {
        lines[key] = line
        return nil
      }
      let isAlone = item.block?.childCount == 1 && !revision.contents.isManaged
      let whole = isAlone ? context.source.lineOfItem(item.link.range) : nil
      return context.diagnostic(
        "duplicate of the item on line \(first); remove it", at: item.link.textRange, severity: .warning,
        fix: whole.map { .unsafe(Edit($0, "")) })
    }
  }
}

extension String {
  /// The letters and digits of a name, in lower case.
  fileprivate var lettersAndDigits: String { comparableName.filter { $0.isLetter || $0.isNumber } }
}
