import Diagnostics
import LinkChecking
import LinkHistory
import Source

/// The report on the links in trouble as Markdown, for an issue or a job summary.
struct HistoryMarkdown {
  /// The longest body of an issue on GitHub, in characters; bytes are never fewer.
  private static let limit = 65_536
  /// Room for the titles, the changes and the ends of groups.
  private static let reserve = 6_144
  /// The longest patch.
  private static let patchLimit = 20_000
  /// The links of one host that an item names.
  private static let nameLimit = 20

  let content: HistoryText
  /// The patch that writes the new addresses; empty for none.
  let patch: String

  var text: String {
    let ending = content.ending.map { Self.escaped($0.prefix(1).uppercased() + $0.dropFirst()) + ".\n" }
    if let summary = content.summary {
      return Self.escaped(summary.prefix(1).uppercased() + summary.dropFirst()) + ".\n\n"
        + ending.joined(separator: "\n")
    }
    var room = Self.limit - Self.reserve
    // The patch repeats what its group says, so it takes no room from a long report.
    let patch = patch.utf8.count <= Self.patchLimit ? Self.folded("Patch", Self.fenced(patch)) : ""
    let hasPatch = !self.patch.isEmpty
    if hasPatch { room -= patch.utf8.count }
    let parts = content.groups.map { group in
      let rows = rows(group, &room)
      if group.isFolded { return Self.folded("\(group.title) (\(group.links.count)): \(group.advice)", rows) }
      let ending = group.links == content.report.moved && hasPatch ? "\n" + patch : ""
      return "### \(group.title) (\(group.links.count))\n\n\(Self.sentence(group.advice))\n\n\(rows)\(ending)\n"
    }
    return parts.joined() + changes(&room) + ending.joined(separator: "\n")
  }

  /// What the last night changed; empty where that can wait.
  var news: String {
    guard content.report.isNew else { return "" }
    let title = content.changes.map { "\($0.count) \($0.text)" }.joined(separator: ", ")
    var room = Self.limit - Self.reserve
    return Self.escaped(title.prefix(1).uppercased() + title.dropFirst()) + ":\n\n" + newsRows(&room)
  }

  private func newsRows(_ room: inout Int) -> String {
    var rows = ""
    var left = content.report.news.count
    for news in content.report.news {
      let row = "- \(news.kind.rawValue): \(named(news.link))\n"
      guard row.utf8.count <= room else { break }
      (rows, room, left) = (rows + row, room - row.utf8.count, left - 1)
    }
    return rows + (left > 0 ? "- and \(left) more\n" : "")
  }

  /// What changed since the night before; empty where nothing did.
  private func changes(_ room: inout Int) -> String {
    let changes = content.changes
    if changes.isEmpty { return "" }
    let title = "Changed since the night before: " + changes.map { "\($0.count) \($0.text)" }.joined(separator: ", ")
    return Self.folded(title, newsRows(&room))
  }

  private func rows(_ group: HistoryText.Group, _ room: inout Int) -> String {
    var rows = ""
    var left = group.links.count
    for item in LinkGroup(group.links, content.report.thresholds).items {
      let row = item.links.count == 1 ? row(item) : row(ofMany: item)
      guard row.utf8.count <= room else { break }
      (rows, room, left) = (rows + row, room - row.utf8.count, left - item.links.count)
    }
    return rows + (left > 0 ? "- and \(left) more\n" : "")
  }

  private func row(_ item: LinkGroup.Item) -> String {
    let target = item.facts.target.map { " → " + Self.code($0) } ?? ""
    return "- \(named(item.links[0]))\(target): \(Self.escaped(item.facts.line))\n"
  }

  private func row(ofMany item: LinkGroup.Item) -> String {
    let names = item.links.prefix(Self.nameLimit).map { "  - \(named($0))\n" }
    let left = item.links.count - names.count
    return "- \(Self.code(item.host)), \(item.links.count) links: \(Self.escaped(item.facts.line))\n" + names.joined()
      + (left > 0 ? "  - and \(left) more\n" : "")
  }

  /// A link with its places.
  private func named(_ link: TroubledLink) -> String {
    ([link.url] + content.places(link.url)).map(Self.code).joined(separator: " ")
  }

  private static func folded(_ title: String, _ body: String) -> String {
    "<details><summary>\(escaped(title))</summary>\n\n\(body)\n</details>\n\n"
  }

  private static func sentence(_ advice: String) -> String {
    // A command is code.
    let text = advice.begins(with: "awesome ") ? "`awesome check-links --fix`" + advice.dropFirst(25) : advice
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// A patch in a fence that is longer than any in it.
  private static func fenced(_ text: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    return "\(fence)diff\n\(text)\(fence)\n"
  }

  /// The length of the longest run of backticks.
  private static func longestRun(in text: String) -> Int {
    var longest = 0
    var count = 0
    for byte in text.utf8 {
      count = byte == UInt8(ascii: "`") ? count + 1 : 0
      longest = max(longest, count)
    }
    return longest
  }

  /// A text as code, which GitHub shows as it is.
  static func code(_ text: String) -> String {
    let text = text.inert
    guard text.utf8.contains(UInt8(ascii: "`")) else { return "`\(text)`" }
    let fence = String(repeating: "`", count: longestRun(in: text) + 1)
    return "\(fence) \(text) \(fence)"
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    var escaped = ""
    for scalar in String(text).inert.unicodeScalars {
      if "\\`*_{}[]<>#|!~@&".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
