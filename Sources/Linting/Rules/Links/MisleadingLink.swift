import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let misleadingLink = Rule(
    id: "misleading-link",
    summary: "Let each item of the contents list lead to the section that it names.",
    rationale: "Readers who follow the item come to another section, and miss the one they wanted.",
    fix: "`--unsafe-fixes` writes the anchor of the section that the link names.",
    presets: [.awesome: .error],
    example: .pair(
      "# Awesome Shell\n\n## Contents\n\n- [Prompts](#prompts)\n- [Navigation](↓#prompts)\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n\n## Navigation\n\n- [zoxide](https://github.com/ajeetdsouza/zoxide) - Faster `cd`.\n",
      "# Awesome Shell\n\n## Contents\n\n- [Prompts](#prompts)\n- [Navigation](#navigation)\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n\n## Navigation\n\n- [zoxide](https://github.com/ajeetdsouza/zoxide) - Faster `cd`.\n"
    ),
    vectors: [
      .good(
        "# T\n\n## Contents\n\n- [A](#a)\n- [B](#-b)\n- [b](#b)\n- [C](#c-1)\n- [X](#a)\n\n## A\n\n## 🎉 B\n\n## C\n\n## C\n\n## B\n"
      ),
      .good(
        "# T\n\n## Contents\n\n- [A](#x)\n- [C](#c)\n- [B](#none)\n\n<a name=\"x\"></a>\n\n## All of a\n\n## B\n\n## A\n\nSee [A](#b).\n"
      ),
      .bad(
        "# T\n\n## Contents\n\n- [C++](↓#c)\n- [C](↓#c-1)\n\n## C\n\nText.\n\n## C++\n\nText.\n",
        fixed: "# T\n\n## Contents\n\n- [C++](#c-1)\n- [C](#c)\n\n## C\n\nText.\n\n## C++\n\nText.\n"),
    ]
  ) { context in
    let elements = context.list.preamble + context.index.sections.flatMap(\.elements)
    let contents = elements.filter(\.isContentsList).flatMap(\.blocks).map(\.range)
    if contents.isEmpty { return [] }
    let links = context.index.links.filter { link in
      link.isFragment && contents.contains { $0.contains(link.range) }
    }
    let names = SectionNames(context)
    return links.compactMap { link in
      guard let (section, other) = names.misled(link) else { return nil }
      return context.diagnostic(
        "leads to “\(other.title)”; write “#\(section.anchor)”", at: link.destinationRange ?? link.range,
        fix: link.destinationRange.map { .unsafe(Edit($0, "#" + section.anchor)) })
    }
  }
}

extension Element {
  fileprivate var isContentsList: Bool {
    if case .contents = self { true } else { false }
  }
}

/// The sections by their names and anchors.
private struct SectionNames {
  private var byAnchor: [String: Section] = [:]
  /// The sections that have a name without others of that name.
  private var byName: [String: Section?] = [:]

  init(_ context: RuleContext) {
    for section in context.index.sections {
      byAnchor[section.anchor] = section
      for name in Self.names(of: section) {
        byName[name] = byName[name] == nil ? .some(section) : .some(nil)
      }
    }
  }

  /// The section that a link names, and the other one to which it leads; nil for other links.
  func misled(_ link: ListLink) -> (named: Section, target: Section)? {
    let name = Self.folded(link.text)
    guard let target = byAnchor[Anchors.target(of: String(link.url.dropFirst()))], !name.isEmpty,
      !Self.names(of: target).contains(name), let named = byName[name] ?? nil
    else { return nil }
    return (named, target)
  }

  /// The names of a section: its text with and without its emoji.
  private static func names(of section: Section) -> Set<String> {
    [folded(section.heading.text), folded(section.title)]
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
