import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let awesomeListItem = Rule(
    id: "awesome-list-item",
    summary: "Write items as `[name](address) - Description.` (awesome-lint).",
    details: "One finding for each item of the lists after the contents.",
    rationale: """
      For lists that must pass awesome-lint. The rules about entries find all problems of every form of entry.
      """,
    presets: [.awesomeLint: .error],
    example: .pair("- [jq](https://jqlang.org)↓ – JSON processor.\n", "- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good(
        "- [A](https://example.org) - Text.\n- [B](https://example.org/b)\n- Label\n- [C](https://example.org/c) (d)\n"),
      .good("- [A](https://example.org) 👍\n- [B](https://example.org/b) - `npm` text.\n- [C][c]\n\n[c]: c.md\n"),
      .good("- [A](https://example.org) - In \"quotes\".\n- [B](https://example.org/b) - Text. (See c)\n"),
      .bad("↓**[A](https://example.org)** - Text.\n".withBullet),
      .bad("↓[A](a.md) - Text.\n".withBullet),
      .bad("↓[](https://example.org) - Text.\n".withBullet),
      .bad("[↓![A](https://example.org/a.png)](https://example.org) - Text.\n".withBullet),
      .bad("[A](https://example.org)↓ – Text.\n".withBullet),
      .bad("[A](https://example.org)↓\u{A0}- Text.\n".withBullet),
      .bad("[A](https://example.org)↓: Text.\n".withBullet),
      .bad("[A](https://example.org)↓ - text.\n".withBullet),
      .bad("[A](https://example.org)↓ - Text\n".withBullet),
      .bad("[A](https://example.org) - Text ↓`code`\n".withBullet),
      .bad("[A](https://example.org) - Text ↓~~old~~ text.\n".withBullet),
      .bad("[A](https://example.org)↓ - Text.\n".withBullet.replacing("Text", with: "text")),
      .bad("# T\n\n## Contents\n\n- [a](a)\n\n## A\n\n↓-[A](https://example.org) - Text.\n"),
    ]
  ) { context in
    let blocks = listed(in: context)
    let glued = blocks.filter { $0.kind == .paragraph && isGlued($0.phrases) }.map {
      context.diagnostic("no space after the bullet; add one", at: $0.range)
    }
    return glued
      + blocks.flatMap(lists).flatMap(\.children).compactMap { item in
        ListItemProblem(item).map { context.diagnostic($0.message, at: $0.range) }
      }
  }

  /// The outermost blocks that are checked: those after the section that follows the contents, or all.
  private static func listed(in context: RuleContext) -> ArraySlice<Block> {
    let blocks = context.document.blocks
    guard let contents = blocks.firstIndex(where: { $0.kind == .heading(level: 2) && $0.plainText == "Contents" })
    else { return blocks[...] }
    let rest = blocks[(contents + 1)...]
    let next = rest.firstIndex { block in
      if case .heading = block.kind { true } else { false }
    }
    return next.map { blocks[($0 + 1)...] } ?? []
  }

  /// A block's lists at any depth, itself included.
  private static func lists(_ block: Block) -> [Block] {
    let inner = block.children.flatMap(lists)
    if case .list = block.kind { return [block] + inner }
    return inner
  }

  private static func isGlued(_ phrases: [MergedInline]) -> Bool {
    phrases.count > 1 && phrases[0].isText && phrases[0].text == "-" && phrases[1].isLink
  }
}

extension String {
  fileprivate var withBullet: String { "- " + self }
}
