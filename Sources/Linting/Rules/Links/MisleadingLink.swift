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
    presets: [.awesome: .error, .strict: .error],
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
      .good("# T\n\n## Contents\n\n- [A](#as)\n- [B](#b)\n\n## As\n\nText.\n\n## B\n\n### A\n\nText.\n"),
      .bad(
        "# T\n\n## Contents\n\n- [C++](↓#c)\n- [C](↓#c-1)\n\n## C\n\nText.\n\n## C++\n\nText.\n",
        fixed: "# T\n\n## Contents\n\n- [C++](#c-1)\n- [C](#c)\n\n## C\n\nText.\n\n## C++\n\nText.\n"),
    ]
  ) { context in
    context.index.hidden.misleadingLinks.map { found in
      let place = found.link.destinationRange
      return context.diagnostic(
        "leads to “\(found.target.title)”; write “#\(found.named.anchor)”", at: place ?? found.link.range,
        fix: place.map { .unsafe(Edit($0, "#" + found.named.anchor)) }, writesIntoHidden: true)
    }
  }
}

/// An item of a contents list that leads to another section than it names.
struct MisleadingLink: Sendable {
  let link: ListLink
  /// The section that the item names.
  let named: Section
  /// The section to which it leads.
  let target: Section

  static func all(in list: List) -> [MisleadingLink] {
    let elements = list.preamble + list.allSections.flatMap(\.elements)
    let contents = elements.filter(\.isContentsList).flatMap(\.blocks).map(\.range)
    if contents.isEmpty { return [] }
    let names = SectionNames(list.allSections)
    return list.links.compactMap { link in
      guard !link.isImage, link.isFragment, contents.contains(where: { $0.contains(link.range) }) else { return nil }
      return names.misled(link).map { MisleadingLink(link: link, named: $0.named, target: $0.target) }
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

  init(_ sections: [Section]) {
    for section in sections {
      byAnchor[section.anchor] = section
      for name in Self.names(of: section) {
        byName[name] = byName[name] == nil ? .some(section) : .some(nil)
      }
    }
  }

  /// The section that a link names, and the other one to which it leads; nil for other links.
  func misled(_ link: ListLink) -> (named: Section, target: Section)? {
    let name = Self.folded(link.text)
    let anchors = Fragment.spellings(of: link.fragment ?? "")
    guard let target = anchors.lazy.compactMap({ byAnchor[$0] }).first, !name.isEmpty,
      !Self.names(of: target).contains(name), let named = byName[name] ?? nil
    else { return nil }
    // A shorter or longer name is that of the target, unless the other section is beside it, as “C” is beside “C++”.
    let title = Self.folded(target.title)
    guard named.level == target.level || !title.contains(name) && !name.contains(title) else { return nil }
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
