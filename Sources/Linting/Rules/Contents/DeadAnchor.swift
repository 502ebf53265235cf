import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let deadAnchor = Rule(
    id: "dead-anchor",
    summary: "Link only to anchors that exist in the list.",
    details: "Anchors are computed as GitHub computes them. Letter case counts.",
    rationale: "When a heading is renamed, its anchor changes. Links to the old anchor look fine and lead nowhere.",
    fix: "`--unsafe-fixes` corrects a link that differs from an anchor only in letter case.",
    presets: [.awesome: .error, .minimal: .error],
    aliases: ["awesome-toc"],
    example: .pair(
      "See [Prompts](↓#Prompts).\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n",
      "See [Prompts](#prompts).\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n"),
    vectors: [
      .good("[Tools](#tools-️)\n\n## Tools ⚒️\n"),
      .good("[Top](#) [Up](#readme) [Old](#old)\n\n<a name=\"old\"></a>\n\n## New\n"),
      .bad("[Tools](↓#tool)\n\n## Tools\n"),
      .bad("[Tools](↓#Tools)\n\n## Tools\n", fixed: "[Tools](#tools)\n\n## Tools\n"),
      .bad("<a href=\"↓#tool\">Tools</a>\n\n## Tools\n"),
    ]
  ) { context in
    // Badges after a heading's words leave blanks that may or may not become hyphens at the end of its anchor.
    let titles = [context.list.title].compactMap(\.self)
    let headings = Set((titles + context.index.sections.map(\.heading)).map { trimmed($0.anchor) })
    let dead = context.index.links.filter(\.isFragment).filter { link in
      let fragment = String(link.url.dropFirst())
      return !context.list.anchors.resolves(fragment) && !headings.contains(trimmed(fragment))
    }
    if dead.isEmpty { return [] }
    // Made once: a list may have as many dead links as anchors.
    let anchors = context.list.anchors.byLowercase
    return dead.map { link in
      let near = anchors[Anchors.target(of: String(link.url.dropFirst())).lowercased()] ?? nil
      let advice = near.map { "did you mean “#\($0)”?" } ?? "correct the link or remove it"
      let fix = near.flatMap { near in link.destinationRange.map { Fix.unsafe(Edit($0, "#" + near)) } }
      return context.diagnostic(
        "no heading matches “\(link.url)”; \(advice)", at: link.destinationRange ?? link.range, fix: fix)
    }
  }

  private static func trimmed(_ anchor: String) -> Substring {
    var anchor = anchor[...]
    while anchor.last == "-" { anchor.removeLast() }
    return anchor
  }
}
