import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let badge = Rule(
    id: "badge",
    summary: "Put the Awesome badge to the right of the title.",
    details: """
      The image is `https://awesome.re/badge.svg` or one of its flat forms. It links to `https://awesome.re` or to the \
      repository `sindresorhus/awesome`.
      """,
    rationale: """
      The badge shows that the list follows the guidelines, and leads to more lists. Copies on other servers vanish \
      with them.
      """,
    fix: "`--fix` corrects the addresses of the badge; `--unsafe-fixes` also adds a missing badge.",
    presets: [.strict: .error],
    aliases: ["awesome-badge"],
    example: .pair(
      "# ↓Awesome Shell\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n",
      "# Awesome Shell [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n## Prompts\n\n- [Starship](https://starship.rs) - Prompt for any shell.\n"
    ),
    vectors: [
      .good("# Awesome A [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n"),
      .good(
        "<!-- note -->\n\n# Awesome A [![Awesome](https://awesome.re/badge-flat.svg)](https://github.com/sindresorhus/awesome)\n"
      ),
      .bad(
        "# ↓Awesome A\n\n## B\n\nText.\n",
        fixed: "# Awesome A [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n## B\n\nText.\n"),
      .bad(
        "# Awesome A [![Awesome](↓https://cdn.jsdelivr.net/gh/sindresorhus/awesome@d73/media/badge.svg)](https://awesome.re)\n",
        fixed: "# Awesome A [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n"),
      .bad(
        "# Awesome A [![Awesome](https://awesome.re/badge.svg)](↓http://awesome.re/)\n",
        fixed: "# Awesome A [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n"),
      .bad("# Awesome A\n\n↓[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n"),
      .bad("↓<h1>Awesome A</h1>\n\n## B\n\nText.\n"),
      .bad(
        "<p align=\"center\"><img src=\"a.png\"></p>\n\n# ↓Awesome A\n",
        fixed:
          "<p align=\"center\"><img src=\"a.png\"></p>\n\n# Awesome A [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n"
      ),
      .bad(
        "# Awesome A <a href=\"↓http://awesome.re\"><img src=\"https://awesome.re/badge.svg\"></a>\n",
        fixed: "# Awesome A <a href=\"https://awesome.re\"><img src=\"https://awesome.re/badge.svg\"></a>\n"),
      .bad("# Awesome A\n\n↓[![Awesome](https://example.org/awesome.svg)](https://github.com/sindresorhus/awesome)\n"),
      .bad(
        "# Awesome A [![Awesome](↓https://example.org/awesome.svg)](https://awesome.re)\n",
        fixed: "# Awesome A [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n"),
      .bad(
        "# Awesome A [![Awesome][b]](https://awesome.re)\n\n[b]: ↓http://awesome.re/badge-flat.svg\n",
        fixed: "# Awesome A [![Awesome][b]](https://awesome.re)\n\n[b]: https://awesome.re/badge-flat.svg\n"),
    ]
  ) { context in
    let images = context.index.images.filter { context.header.contains($0.range) }
    guard let image = images.first(where: { isBadge($0.url) }) ?? images.first(where: { isCopy($0, context) }) else {
      guard let title = context.list.title else { return [] }
      let end = title.textRange.upperBound
      let fix = Fix.unsafe(Edit(SourceRange(end, end), " [![Awesome](\(source))](\(targets[0]))"))
      return [
        context.diagnostic(
          "no Awesome badge; add it to the right of the title", at: title.textRange,
          fix: title.block.kind == .html ? nil : fix)
      ]
    }
    let link = context.list.links.first { !$0.isImage && isLink($0, around: image, context) }
    if let title = context.list.title, !title.range.contains(image.range), !context.hasHTMLHeader {
      return [
        context.diagnostic("badge outside the title; put it to the right of the title", at: (link ?? image).range)
      ]
    }
    return [imageProblem(image, context), linkProblem(link, image, context)].compactMap(\.self)
  }

  private static func imageProblem(_ image: ListLink, _ context: RuleContext) -> Diagnostic? {
    guard !sources.contains(image.url) else { return nil }
    let style = image.url.hasSuffix("badge-flat2.svg") ? 2 : image.url.hasSuffix("badge-flat.svg") ? 1 : 0
    return context.diagnostic(
      "copy of the badge; write “\(sources[style])”", at: image.addressRange ?? image.range,
      fix: image.addressRange.map { .safe(Edit($0, sources[style])) })
  }

  /// Whether a link is around an image; of HTML, whose tag is right before that of the image.
  private static func isLink(_ link: ListLink, around image: ListLink, _ context: RuleContext) -> Bool {
    if link.range.contains(image.range) { return true }
    guard link.range.upperBound <= image.range.lowerBound else { return false }
    let between = context.source.bytes(in: SourceRange(link.range.upperBound, image.range.lowerBound))
    return context.source[image.range].hasPrefix("<") && context.source[link.range].hasPrefix("<")
      && between.allSatisfy(\.isASCIIWhitespace)
  }

  private static func linkProblem(_ link: ListLink?, _ image: ListLink, _ context: RuleContext) -> Diagnostic? {
    guard let link else {
      // Around an image in HTML there may be more than the link's tag.
      if context.source[image.range].hasPrefix("<") { return nil }
      return context.diagnostic("badge without link; link it to \(targets[0])", at: image.range)
    }
    guard !targets.contains(link.url) else { return nil }
    let target = target(link.url)
    return context.diagnostic(
      "wrong target of the badge; write “\(target ?? targets[0])”", at: link.addressRange ?? link.range,
      fix: link.addressRange.flatMap { range in target.map { .safe(Edit(range, $0)) } })
  }

  private static let source = "https://awesome.re/badge.svg"
  private static let sources = [source, "https://awesome.re/badge-flat.svg", "https://awesome.re/badge-flat2.svg"]
  private static let targets = ["https://awesome.re", "https://github.com/sindresorhus/awesome"]

  /// Whether an image is a copy of the badge: it has its alternative text and leads to the same page.
  private static func isCopy(_ image: ListLink, _ context: RuleContext) -> Bool {
    guard image.text.lowercased() == "awesome", let link = context.index.link(around: image.range) else { return false }
    return target(link.url) != nil
  }

  /// The address that was meant by one in another spelling.
  private static func target(_ url: String) -> String? {
    let secure = url.lowercased().replacing(each: "http://", by: "https://").replacing(each: "#readme", by: "")
    var plain = secure[...]
    while let rest = plain.removing(suffix: "/") { plain = rest }
    return targets.first { $0 == plain }
  }

  /// Whether an image is the badge or a copy of it; the badge “mentioned in” is another.
  private static func isBadge(_ url: String) -> Bool {
    let url = url.lowercased()
    guard !url.holds("mentioned") else { return false }
    return (url.holds("awesome.re/") && url.holds("badge"))
      || (url.holds("sindresorhus/awesome") && url.holds("badge"))
  }
}
