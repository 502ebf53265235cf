import Markdown
import Source

/// The items of a contents list that lead nowhere, or to another section than they mean, with the section that each means.
struct ContentsMending {
  /// The sections that items mean, by the places of the items.
  private(set) var targets: [Int: Section] = [:]
  /// The sections that items without a link mean, by the places of these.
  private(set) var links: [Int: Section] = [:]
  /// The places of the items that lead nowhere, of which no section is meant.
  private(set) var lost: [Int] = []

  private let contents: ContentsList
  private var listed: Set<Int>
  /// Sections by what an item may have of them.
  private let byKey: [String: [Section]]

  init(_ contents: ContentsList, _ sections: AnchoredSections) {
    self.contents = contents
    listed = Set(contents.items.compactMap { $0.section?.start })
    let hasDead = contents.items.contains(where: \.isDead)
    byKey =
      hasDead
      ? sections.all.reduce(into: [:]) { result, section in
        for key in Self.keys(section) { result[key, default: []].append(section) }
      } : [:]
    for index in contents.items.indices where contents.items[index].isDead {
      if let section = meant(by: contents.items[index]) {
        targets[index] = section
        listed.insert(section.start)
      } else {
        lost.append(index)
      }
    }
    mendMisled()
    linkUnlinked()
  }

  // MARK: Dead items

  private static func keys(_ section: Section) -> [String] {
    let anchor = Fragment.certainPart(of: section.anchor).lowercased()
    return Array(
      Set([
        "text " + section.heading.text, "text " + section.title, "name " + section.title.comparableName,
        "anchor " + anchor, "letters " + anchor.lettersAndDigits,
      ]))
  }

  private func meant(by item: ContentsItem) -> Section? {
    let anchor = Fragment.certainPart(of: Fragment.anchor(of: item.link.fragment)).lowercased()
    let keys = [
      ("text ", item.link.text), ("name ", item.link.text.comparableName), ("anchor ", anchor),
      ("letters ", anchor.lettersAndDigits),
    ]
    let parent = item.parent.flatMap { contents.items[$0].section }
    for (kind, key) in keys where !key.isEmpty {
      var found = (byKey[kind + key] ?? []).filter { !listed.contains($0.start) && !$0.heading.isContents }
      if found.count > 1, let parent {
        found = found.filter { section in parent.sections.contains { $0.start == section.start } }
      }
      if found.count == 1 { return found.first }
    }
    return nil
  }

  // MARK: Items that lead to a section of the same name

  /// Of several items that lead to one section, those below the item of another section that has one of this name.
  private mutating func mendMisled() {
    let counts = Dictionary(
      contents.items.compactMap { item in item.section.map { ($0.start, 1) } }, uniquingKeysWith: +)
    for (index, item) in contents.items.enumerated() {
      guard let section = item.section, counts[section.start] ?? 0 > 1,
        let parent = item.parent.flatMap({ contents.items[$0].section }),
        !parent.sections.contains(where: { $0.start == section.start })
      else { continue }
      let name = item.link.text.comparableName
      let namesakes = parent.sections.filter { $0.title.comparableName == name && !listed.contains($0.start) }
      guard !name.isEmpty, namesakes.count == 1, let namesake = namesakes.first else { continue }
      targets[index] = namesake
      listed.insert(namesake.start)
    }
  }

  // MARK: Items without a link

  private mutating func linkUnlinked() {
    guard !contents.unlinked.isEmpty else { return }
    var covered: [Section] = []
    for section in contents.covered { section.append(to: &covered) }
    let byName = Dictionary(grouping: covered) { $0.title.comparableName }
    for (index, block) in contents.unlinked.enumerated() {
      let name = block.visibleText.comparableName
      guard !name.isEmpty, let found = byName[name], found.count == 1, !listed.contains(found[0].start) else {
        continue
      }
      links[index] = found[0]
      listed.insert(found[0].start)
    }
  }
}

extension String {
  /// The letters and digits of an anchor.
  fileprivate var lettersAndDigits: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }
}
