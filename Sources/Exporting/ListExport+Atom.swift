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
    let days = limited >= 0 ? limited / 86_400 : (limited - 86_399) / 86_400
    let time = limited - days * 86_400
    let (year, month, day) = date(days)
    let date = padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    return date + "T" + padded(time / 3600, 2) + ":" + padded(time / 60 % 60, 2) + ":" + padded(time % 60, 2) + "Z"
  }

  /// The Gregorian date of a number of days since 1970, by eras of 400 years that begin in March.
  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
