import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let deadAnchor = Rule(
    id: "dead-anchor",
    summary: "Every link into the list leads to a heading or an anchor.",
    rationale: """
      When a heading is renamed, or an emoji in it is repaired, its anchor moves, and the links to it still look alive while \
      they lead nowhere. Anchors are computed as GitHub does, with letter case.
      """,
    presets: [.awesome: .error, .minimal: .error],
    aliases: ["awesome-toc"],
    examples: [
      .good("[Tools](#tools-️)\n\n## Tools ⚒️\n"),
      .good("[Top](#) [Up](#readme) [Old](#old)\n\n<a name=\"old\"></a>\n\n## New\n"),
      .bad("[Tools](↓#tool)\n\n## Tools\n"),
      .bad("[Tools](↓#Tools)\n\n## Tools\n", fixed: "[Tools](#tools)\n\n## Tools\n"),
      .bad("<a href=\"↓#tool\">Tools</a>\n\n## Tools\n"),
    ]
  ) { context in
    // Badges behind a heading's words leave blanks that may or may not become hyphens at the end of its anchor.
    let titles = [context.list.title].compactMap(\.self)
    let headings = Set((titles + context.index.sections.map(\.heading)).map { trimmed($0.anchor) })
    let dead = context.index.links(where: { $0.first == UInt8(ascii: "#") }).filter { link in
      let fragment = String(link.url.dropFirst())
      return !context.list.anchors.resolves(fragment) && !headings.contains(trimmed(fragment))
    }
    if dead.isEmpty { return [] }
    // Made once: a list may have as many dead links as anchors.
    let anchors = context.list.anchors.byLowercase
    return dead.map { link in
      let near = anchors[Anchors.target(of: String(link.url.dropFirst())).lowercased()] ?? nil
      let hint = near.map { "; the nearest is #\($0)" } ?? ""
      let fix = near.flatMap { near in link.destinationRange.map { Fix.unsafe(Edit($0, "#" + near)) } }
      return context.diagnostic(
        "“\(link.url)” leads to no heading or anchor\(hint)", at: link.destinationRange ?? link.range, fix: fix)
    }
  }

  private static func trimmed(_ anchor: String) -> Substring {
    var anchor = anchor[...]
    while anchor.last == "-" { anchor.removeLast() }
    return anchor
  }
}
