import AwesomeList
import Markdown
public import Markup
import Source

extension ListExport {
  /// The addresses of the feed's entries, whose dates `atom(times:)` needs.
  public var feedAddresses: Set<String> { Set(datable.map(\.url)) }

  /// A feed of the entries, the newest first. Source: RFC 4287.
  ///
  /// `times` has the seconds since 1970 at which each address was added; entries without a time and repeated addresses are left out. An
  /// entry's id is its address; the feed's is made from the list's title.
  public func atom(times: [String: Int]) throws(XMLError) -> String {
    let entries = datable.compactMap { item in times[item.url].map { (item: item, time: $0) } }.enumerated()
      .sorted { ($1.element.time, $0.offset) < ($0.element.time, $1.offset) }.map(\.element)
    let title = list.title?.text ?? "Awesome list"
    let writer = try XMLWriter()
    try writer.element("feed", [("xmlns", "http://www.w3.org/2005/Atom")]) { () throws(XMLError) in
      try writer.element("id", text: Self.feedID(title))
      try writer.element("title", text: title)
      if let blurb = list.blurb?.text { try writer.element("subtitle", text: blurb) }
      // Where the feed itself will be is not known, so there is no link of the relation `self`.
      if let page = origin.address(of: "/" + origin.path) ?? origin.repository {
        try writer.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", page)])
      }
      try writer.element("updated", text: AtomDate.text(entries.first?.time ?? 0))
      try writer.element("author") { () throws(XMLError) in try writer.element("name", text: title) }
      for (item, time) in entries { try Self.write(item, time, to: writer) }
    }
    return try writer.finish()
  }

  private typealias Item = (entry: Entry, url: String, section: String?)

  /// The first entry of each address.
  private var datable: [Item] {
    var seen: Set<String> = []
    let loose = list.looseEntries.flatMap(\.withDescendants).map { (entry: $0, section: String?.none) }
    let others = list.allSections.flatMap { section in
      section.entries.flatMap(\.withDescendants).map { (entry: $0, section: String?.some(section.title)) }
    }
    return (loose + others).compactMap { entry, section in
      // As it is written: git is searched for it.
      guard let url = entry.url, SafeAddress.of(url) != nil, seen.insert(url).inserted else { return nil }
      return (entry, url, section)
    }
  }

  private static func write(_ item: Item, _ time: Int, to writer: XMLWriter) throws(XMLError) {
    let address = SafeAddress.of(item.url) ?? item.url
    try writer.element("entry") { () throws(XMLError) in
      try writer.element("id", text: address)
      try writer.element("title", text: item.entry.title.isEmpty ? address : item.entry.title)
      try writer.element("link", [("rel", "alternate"), ("href", address)])
      try writer.element("published", text: AtomDate.text(time))
      try writer.element("updated", text: AtomDate.text(time))
      for tag in [item.section].compactMap(\.self) + item.entry.visibleTags where !tag.isEmpty {
        try writer.element("category", [("term", tag)])
      }
      if let text = item.entry.description?.text { try writer.element("summary", text: text) }
    }
  }

  /// An identifier that depends on the title only: a UUID whose bits are its FNV-1a hash (RFC 9562, version 8).
  private static func feedID(_ title: String) -> String {
    var bytes: [UInt8] = []
    for basis in [UInt64(0xCBF2_9CE4_8422_2325), 0x8422_2325_CBF2_9CE4] {
      var hash = FNV1a(basis: basis)
      for byte in title.utf8 { hash.combine(byte) }
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: hash.value >> (56 - 8 * $0)) }
    }
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
    return "urn:uuid:" + groups.joined(separator: "-")
  }
}

/// Dates of Atom, such as `2024-02-29T12:00:00Z`. Source: RFC 3339.
enum AtomDate {
  /// The text of seconds since 1970, limited to the years 1 to 9999.
  static func text(_ seconds: Int) -> String {
    let limited = min(max(seconds, -62_135_596_800), 253_402_300_799)
    let day = Day(secondsSinceEpoch: limited)
    let time = limited - day.number * 86_400
    return "\(day)T" + padded(time / 3600) + ":" + padded(time / 60 % 60) + ":" + padded(time % 60) + "Z"
  }

  private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
