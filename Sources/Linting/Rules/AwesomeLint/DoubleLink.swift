import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let doubleLink = Rule(
    id: "double-link",
    summary: "Link every address once (awesome-lint).",
    details: "Counts all links except the further ones of an item and those by reference.",
    rationale: """
      For lists that must pass awesome-lint. `duplicate-entry` checks only entries, and knows more forms of one \
      address.
      """,
    presets: [.awesomeLint: .error],
    example: .pair(
      "See ↓[jq](https://jqlang.org).\n\n- ↓[jq](http://www.jqlang.org/) - JSON processor.\n",
      "See [the manual](https://jqlang.org/manual).\n\n- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good("- [A](https://example.org/a) - See [b](https://example.org/b).\n- [B](https://example.org/b) - Text.\n"),
      .good("[a](https://example.org/#x) [b](https://example.org/#y)\n"),
      .bad("↓[a](https://example.org/x?b=1&a=2)\n\n- ↓[b](http://www.example.org/x/?a=2&b=1&utm_source=c)\n"),
    ]
  ) { context in
    let further = furtherLinks(context)
    let links = context.document.links.filter { link in
      !link.isImage && link.form != .reference && link.range.map { !further.contains($0) } ?? false
    }
    let groups = Dictionary(grouping: links, by: { key(of: $0.destination) })
    return groups.values.filter { $0.count > 1 }.joined().compactMap { link in
      link.range.map { context.diagnostic("address linked more than once; keep one link", at: $0) }
    }
  }

  /// The links of items that are not the item's own: that is the one before ` - `, else the first.
  private static func furtherLinks(_ context: RuleContext) -> Set<SourceRange> {
    var further: Set<SourceRange> = []
    for item in context.index.kinds.items {
      guard let paragraph = item.children.first, paragraph.kind == .paragraph else { continue }
      let phrases = paragraph.phrases
      let links = phrases.indices.filter { phrases[$0].isLink }
      guard let first = links.first else { continue }
      let own = links.first { phrases[$0].isFollowedByDash(in: phrases, at: $0) }
      let main: Set<Int> = [first, own ?? first]
      further.formUnion(links.filter { !main.contains($0) }.map { phrases[$0].range })
    }
    return further
  }

  /// An address as awesome-lint compares it.
  private static func key(of url: String) -> String {
    guard !url.begins(with: "#") else { return url }
    var rest = url[...]
    let lower = url.lowercased()
    for scheme in ["https://", "http://", "//"] where lower.begins(with: scheme) {
      rest = Substring(rest.unicodeScalars.dropFirst(scheme.utf8.count))
      break
    }
    let beforeFragment = rest.upTo("#")
    var fragment = rest[beforeFragment.endIndex...]
    if let directive = fragment.place(of: ":~:") { fragment = fragment[..<directive.lowerBound] }
    let address = beforeFragment.upTo("?")
    let query = beforeFragment[address.endIndex...].removing(prefix: "?") ?? ""
    let parameters = query.parts(at: "&").filter { !$0.begins(with: "utm_") }.sorted().joined(separator: "&")
    let host = address.upTo("/")
    var parts = address[host.endIndex...].parts(at: "/")
    if parts.last?.begins(with: "index.") == true { parts.removeLast() }
    let name = host.lowercased()
    let path = parts.joined(separator: "/")
    return "\(name.removing(prefix: "www.") ?? name[...])/\(path)?\(parameters)\(fragment == "#" ? "" : fragment)"
  }
}

extension MergedInline {
  /// Whether a text that begins with ` - ` comes next.
  func isFollowedByDash(in phrases: [MergedInline], at index: Int) -> Bool {
    index + 1 < phrases.count && phrases[index + 1].isText && phrases[index + 1].text.begins(with: " - ")
  }
}
