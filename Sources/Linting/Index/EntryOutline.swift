import AwesomeList
import Source

/// The properties of an entry that rules look at first: thousands of these are side by side, so that a loop over them is cheap.
struct EntryOutline: Sendable {
  private struct Traits: OptionSet {
    let rawValue: UInt8

    static let leadsWithLink = Traits(rawValue: 1 << 1)
    static let isDescribed = Traits(rawValue: 1 << 2)
    static let isParent = Traits(rawValue: 1 << 3)
    static let isPlain = Traits(rawValue: 1 << 4)
    static let isLiteral = Traits(rawValue: 1 << 5)
    static let isWord = Traits(rawValue: 1 << 6)
  }

  let shape: EntryShape
  private let traits: Traits
  private let place: CompactRange
  private let link: CompactRange
  private let destination: CompactRange
  /// The hash of the title in lower case, as `TextHash` makes it.
  let titleHash: UInt64

  /// The outline of an entry; a function, since an initializer would retain the source each time.
  static func of(_ entry: Entry, in source: SourceText) -> EntryOutline {
    var traits: Traits = []
    if entry.description != nil { traits.insert(.isDescribed) }
    if !entry.children.isEmpty { traits.insert(.isParent) }
    var title = entry.title
    let titleHash = TextHash.ofLowercased(title)
    if title.withUTF8(unsafe mayBeWord) { traits.insert(.isWord) }
    let destination = entry.link?.destinationRange
    if let link = entry.link {
      if entry.leadsWithLink(in: source) { traits.insert(.leadsWithLink) }
      // Nearly all begin with a visible character of ASCII.
      let isVisible = (0x21..<0x80).contains(link.text.utf8.first ?? 0)
      if isVisible, link.url.utf8.beginsWithHost(behind: "https://") { traits.insert(.isPlain) }
      if let destination, source.holds(link.url, at: destination) { traits.insert(.isLiteral) }
    }
    return EntryOutline(
      shape: entry.shape, traits: traits, place: CompactRange(entry.range), link: CompactRange(entry.link?.range),
      destination: CompactRange(destination), titleHash: titleHash)
  }

  var range: SourceRange { place.range ?? SourceRange(0, 0) }
  /// The place of the entry's link.
  var linkRange: SourceRange? { link.range }
  /// Whether the link comes before all words.
  var leadsWithLink: Bool { traits.contains(.leadsWithLink) }
  var isDescribed: Bool { traits.contains(.isDescribed) }
  var hasChildren: Bool { traits.contains(.isParent) }
  /// Whether the link's text begins with a visible character of ASCII, and its address with `https://` and a host.
  var hasPlainLink: Bool { traits.contains(.isPlain) }
  /// Whether the title may be one word, or words with slashes between them, of which one begins with no capital letter.
  var mayBeSmallWord: Bool { traits.contains(.isWord) }
  /// The link's address as it is written at the link.
  var destinationRange: SourceRange? { destination.range }
  /// The same where the address is written as it is, without escapes and entities.
  var literalRange: SourceRange? { traits.contains(.isLiteral) ? destination.range : nil }

  private static func mayBeWord(_ title: UnsafeBufferPointer<UInt8>) -> Bool {
    var mayBegin = true
    var isSmall = false
    for index in title.indices {
      let byte = unsafe title[index]
      if byte.isASCIIWhitespace { return false }
      if mayBegin, byte >= 0x80 || byte.isASCIILowercase { isSmall = true }
      mayBegin = byte == UInt8(ascii: "/")
    }
    return isSmall
  }
}

extension Entry {
  /// Whether the entry has a link; to look at a part of it does not copy the whole.
  var hasLink: Bool { link?.range != nil }

  /// Whether the link comes before all words.
  func leadsWithLink(in source: SourceText) -> Bool {
    guard let link else { return false }
    switch shape {
    case .details, .html, .row, .heading: return true
    default: break
    }
    let start = contentStart(in: source)
    guard start < link.range.lowerBound else { return true }
    return !source[SourceRange(start, link.range.lowerBound)].contains { $0.isLetter || $0 == "`" }
  }
}
