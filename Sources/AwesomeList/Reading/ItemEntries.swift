import Markdown
import Source

/// The entries of a list, from its items in the order of the text.
struct ItemEntries {
  private var found: [Entry] = []
  /// Whether an item may belong to the one before it, which one below another entry does not: that one belongs to the other entry.
  private let mayContinue: Bool
  private var items = 0
  private var clear = 0
  private var weak = 0
  /// The items without any link.
  private var unlinked = 0

  init(count: Int, mayContinue: Bool) {
    found.reserveCapacity(count)
    self.mayContinue = mayContinue
  }

  mutating func add(_ entry: Entry, _ strength: EntryLine.Strength) {
    // An item without a line only contains other entries.
    if entry.title.isEmpty, entry.shape == .group { found += entry.children } else { found.append(entry) }
    items += 1
    switch strength {
    case .strong: clear += 1
    case .weak: weak += 1
    case .none, .prose:
      if !entry.children.isEmpty {
        clear += 1
      } else if entry.link == nil, entry.furtherLinks.isEmpty {
        unlinked += 1
      }
    }
  }

  /// The entries; empty if most items are not entries, as in a list of prose.
  var entries: [Entry] {
    let accepted = clear > 0 ? clear + weak : 0
    guard accepted > 0 else { return [] }
    if accepted * 2 >= items { return mayContinue ? joined : found }
    if !mayContinue, found.allSatisfy({ $0.isPage || $0.isLabelled }) { return found }
    return accepted * 2 >= items - unlinked ? linkedEntries : []
  }

  /// The entries, with the links of items such as “GitHub” in the entries before them.
  private var joined: [Entry] {
    let labels = found.filter { $0.description == nil && $0.isPage }.map { $0.title.lowercased() }
    if labels.isEmpty { return found }
    let repeated = Set(Dictionary(grouping: labels) { $0 }.filter { $0.value.count > 1 }.keys)
    var result: [Entry] = []
    var pages: [Entry] = []
    // There may be thousands of such items below one entry, so it is replaced once, after all of them.
    func endEntry() {
      guard let last = pages.last, let entry = result.popLast() else { return }
      let links = pages.flatMap { [$0.link].compactMap(\.self) + $0.furtherLinks }
      result.append(entry.extended(by: links, to: last.range))
      pages = []
    }
    for entry in found {
      if let last = result.last, entry.isPage(of: last, isRepeated: repeated.contains(entry.title.lowercased())) {
        pages.append(entry)
      } else {
        endEntry()
        result.append(entry)
      }
    }
    endEntry()
    return result
  }

  /// The entries with a link, of a list in which most items are only names; empty if the others are sentences.
  private var linkedEntries: [Entry] {
    let linked = found.filter { $0.link != nil || !$0.children.isEmpty }
    let names = found.count { $0.link == nil && $0.children.isEmpty && $0.title.isName }
    guard names * 2 >= unlinked, linked.allSatisfy({ !$0.isPage }),
      linked.count > 1 || linked.contains(where: { $0.description != nil })
    else { return [] }
    return linked
  }
}

extension Entry {
  /// Whether this only leads to a page about the entry before it, which its address or the other entries show.
  func isPage(of entry: Entry, isRepeated: Bool = false) -> Bool {
    guard description == nil, isPage, let link, let main = entry.link, !entry.isPage,
      !PageLabel.isCommunity(title)
    else { return false }
    if isRepeated { return true }
    let address = link.url.lettersAndDigits
    let names = [
      entry.title, main.url.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? "",
    ]
    return names.contains { name in
      let name = name.lettersAndDigits
      return name.count > 2 && address.firstRange(of: name) != nil
    }
  }
}

extension String {
  /// The letters and digits of ASCII in lower case.
  fileprivate var lettersAndDigits: [UInt8] { utf8.filter(\.isASCIIAlphanumeric).map(\.asciiLowercased) }

  /// Whether a text without a link is a name, perhaps with a description after a dash, not a sentence.
  fileprivate var isName: Bool {
    let text = FlatText(bytes: Array(utf8))
    guard let found = LeadingName(text, in: text.bytes.indices) else { return false }
    return !found.rest.isEmpty || text.wordCount(found.name) <= 4 && !found.isSetOff
  }
}
