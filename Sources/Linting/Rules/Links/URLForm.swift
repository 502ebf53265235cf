import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let urlForm = Rule(
    id: "url-form",
    summary: "Write addresses in their usual form.",
    details: """
      Also reported are needless escapes, `.git` after a repository, raw pages of GitHub, and archive addresses without \
      a date. A slash after a host, and `#readme` after a repository, are reported where the list's other addresses \
      differ.
      """,
    rationale: """
      A doubled scheme, a space or a broken percent sign makes a dead link. A shortened address hides its target and \
      can change it.
      """,
    fix: "`--fix` corrects an address that leads to the same page. `--unsafe-fixes` also corrects the others.",
    presets: [.awesome: .warning, .strict: .warning, .minimal: .warning],
    example: .pair(
      "- [jq](↓https://github.com/jqlang/jq.git) - JSON processor.\n",
      "- [jq](https://github.com/jqlang/jq) - JSON processor.\n"),
    vectors: [
      .good(
        "- [A](https://example.org/a%20b) - Text.\n- [B](https://web.archive.org/web/2020/http://b.example/) - Text.\n"),
      .bad("- [A](↓https://github.com/o/r.git) - Text.\n", fixed: "- [A](https://github.com/o/r) - Text.\n"),
      .bad("- [A](↓https://github.com//o/r) - Text.\n", fixed: "- [A](https://github.com/o/r) - Text.\n"),
      .bad("- [A](↓https://http://example.org) - Text.\n", fixed: "- [A](http://example.org) - Text.\n"),
      .bad("- [A](↓https://example.org/a%20) - Text.\n", fixed: "- [A](https://example.org/a) - Text.\n"),
      .bad("- [A](<↓https://example.org/a b>) - Text.\n", fixed: "- [A](<https://example.org/a%20b>) - Text.\n"),
      .bad("- [A](↓https://example.org/100%) - Text.\n"),
      .bad("- [A](↓https://bit.ly/abc) - Text.\n"),
      .bad("- [A](↓https://example.org/%7Eme) - Text.\n", fixed: "- [A](https://example.org/~me) - Text.\n"),
      .bad(
        "- [A](↓https://raw.githubusercontent.com/o/r/main/a.md) - Text.\n",
        fixed: "- [A](https://github.com/o/r/blob/main/a.md) - Text.\n"),
      .bad("- [A](↓https://web.archive.org/web/*/https://example.org) - Text.\n"),
      .bad(
        "[a](http://a.example) [b](http://b.example) [c](http://c.example) [d](http://d.example) [e](↓http://e.example/)\n",
        fixed:
          "[a](http://a.example) [b](http://b.example) [c](http://c.example) [d](http://d.example) [e](http://e.example)\n"
      ),
      .bad(
        repositories(9, "#readme") + "- [Z](↓https://github.com/o/z) - Text.\n",
        fixed: repositories(9, "#readme") + "- [Z](https://github.com/o/z#readme) - Text.\n"),
      .good(repositories(9, "#readme") + "- [Z](https://github.com/topics/z) - Text.\n"),
      .good(repositories(9, "#readme") + "\n## Related\n\n- [Z](https://github.com/o/z) - Text.\n"),
      .bad(
        repositories(9, "") + "- [Z](↓https://github.com/o/z#readme) - Text.\n",
        fixed: repositories(9, "") + "- [Z](https://github.com/o/z) - Text.\n"),
    ]
  ) { context in
    let addresses = AddressOutline.all(of: context.index.destinations.all, in: context.source)
    let odd = addresses.filter(\.mayHaveProblem).compactMap { address in
      URLProblem(of: context.source[address.range]).map { (range: address.range, problem: $0) }
    }
    let shortened = odd.filter(\.problem.isShortened).map(\.range)
    let hidden = shortened.isEmpty ? [] : targets(among: shortened, context)
    return slashes(addresses.filter(\.isHostAlone).map(\.range), context) + readmes(context)
      + odd.filter { !$0.problem.isShortened || hidden.contains($0.range) }.map { range, problem in
        let fix = problem.corrected.map { Fix(edits: [Edit(range, $0)], isSafe: problem.isSafe) }
        return context.diagnostic(problem.message, at: range, fix: fix)
      }
  }

  /// The places of addresses to which an entry's name leads: others, such as those of licences beside it, are not what readers come for.
  private static func targets(among places: [SourceRange], _ context: RuleContext) -> Set<SourceRange> {
    Set(places).intersection(context.index.outlines.lazy.compactMap(\.destinationRange))
  }

  /// Entries for some repositories, for examples.
  private static func repositories(_ count: Int, _ fragment: String) -> String {
    (0..<count).map { "- [A\($0)](https://github.com/o/r\($0)\(fragment)) - Text.\n" }.joined()
  }

  /// The addresses without a path that end in a slash, where nearly all others do not.
  private static func slashes(_ hosts: [SourceRange], _ context: RuleContext) -> [Diagnostic] {
    let slashed = hosts.filter { context.source.bytes[$0.upperBound - 1] == 0x2F }
    guard slashed.count * 5 <= hosts.count else { return [] }
    return slashed.map { range in
      let corrected = context.source[SourceRange(range.lowerBound, range.upperBound - 1)]
      return context.diagnostic(
        "slash after the host, unlike in other addresses; write “\(corrected)”", at: range,
        severity: context.followsConventions && hosts.count < Convention.Standard.least ? .note : nil,
        fix: .safe(Edit(range, corrected)))
    }
  }

  /// The repositories of GitHub among the entries that have `#readme` where nearly all others have it not, or the reverse.
  private static func readmes(_ context: RuleContext) -> [Diagnostic] {
    // Sites and tools around the list are no things of its subject.
    let others = context.index.sections.indices.filter {
      context.index.sectionRoles[$0].hasFooter || context.index.sectionRoles[$0].isAboutTheList
    }
    let exempt = Set(others.flatMap { context.index.sections[$0].entries }.map(\.range))
    let numbers = Set(others.map { $0 + 1 })
    let outlines = context.index.outlines
    let pages = outlines.indices.compactMap { position -> SourceRange? in
      guard let place = outlines[position].destinationRange, isRepository(place, in: context.source) else { return nil }
      let isOther = !numbers.isEmpty && numbers.contains(context.index.sectionNumbers[position])
      return isOther && exempt.contains(outlines[position].range) ? nil : place
    }
    let marked = pages.filter {
      context.source.begins(with: "#readme", at: SourceRange($0.upperBound - 7, $0.upperBound))
    }
    if marked.count * 10 <= pages.count {
      return marked.map { range in
        let corrected = context.source[SourceRange(range.lowerBound, range.upperBound - readme.utf8.count)]
        return context.diagnostic(
          "“\(readme)” after the repository, unlike in other addresses; write “\(corrected)”", at: range,
          fix: .safe(Edit(range, corrected)))
      }
    }
    guard marked.count * 10 >= pages.count * 9 else { return [] }
    return pages.filter { !marked.contains($0) }.map { range in
      let url = context.source[range]
      let corrected = String(url.removing(suffix: "/") ?? url[...]) + readme
      return context.diagnostic(
        "no “\(readme)” after the repository, unlike in other addresses; write “\(corrected)”", at: range,
        fix: .safe(Edit(range, corrected)))
    }
  }

  private static let readme = "#readme"

  /// The pages of GitHub in the place of an owner's name.
  private static let pagesOfGitHub: Set<String> = [
    "topics", "orgs", "sponsors", "users", "apps", "marketplace", "features", "collections", "trending", "search",
  ]
  private static let filterOfPages = WordFilter(pagesOfGitHub)

  /// Whether an address is that of a repository's front page on GitHub, with `#readme` or without it.
  private static func isRepository(_ url: SourceRange, in source: SourceText) -> Bool {
    guard source.begins(with: "https://github.com/", at: url) else { return false }
    let end = source.firstIndex(of: UInt8(ascii: "#"), in: url) ?? url.upperBound
    guard end == url.upperBound || url.upperBound - end == 7 && source.bytes.holds("#readme", at: end) else {
      return false
    }
    guard let owner = owner(in: SourceRange(url.lowerBound + 19, end), of: source) else { return false }
    return !isPage(owner, in: source)
  }

  /// The first of the two parts of a path without query; nil where it has more or fewer.
  private static func owner(in path: SourceRange, of source: SourceText) -> SourceRange? {
    unsafe source.bytes.withUnsafeBufferPointer { bytes in
      var owner: SourceRange?
      var count = 0
      var start = path.lowerBound
      let end = min(path.upperBound, bytes.count)
      for index in start...max(start, end) {
        let byte = unsafe index < end ? bytes[index] : UInt8(ascii: "/")
        if byte == UInt8(ascii: "?") { return nil }
        guard byte == UInt8(ascii: "/") else { continue }
        if index > start {
          count += 1
          if count > 2 { return nil }
          owner = owner ?? SourceRange(start, index)
        }
        start = index + 1
      }
      return count == 2 ? owner : nil
    }
  }

  private static func isPage(_ owner: SourceRange, in source: SourceText) -> Bool {
    let (first, last) = (source.bytes[owner.lowerBound], source.bytes[owner.upperBound - 1])
    return filterOfPages.mayHold(length: owner.count, first: first, last: last) && pagesOfGitHub.contains(source[owner])
  }
}
