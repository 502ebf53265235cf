import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let urlForm = Rule(
    id: "url-form",
    summary: "Addresses are written as their sites write them.",
    rationale: """
      A doubled scheme, a stray blank or a broken percent sign makes a dead link; `.git` behind a repository is for programs; \
      what a shortener hides can change or vanish; and the source of a page is not the page. A slash behind a host alone is found \
      where the list has nearly none.
      """,
    defaultSeverity: .warning,
    examples: [
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
    ]
  ) { context in
    let source = context.source
    let ranges = context.index.destinationRanges.filter { range in
      let start = source.bytes(in: range).prefix(8)
      return start.first == UInt8(ascii: "h")
        && (start.starts(with: "http://".utf8) || start.starts(with: "https://".utf8))
    }
    return slashes(ranges, context)
      + ranges.compactMap { range in
        guard URLProblem.isPossible(source.bytes(in: range)), let problem = URLProblem(of: source[range])
        else { return nil }
        let fix = problem.corrected.map { Fix(edits: [Edit(range, $0)], isSafe: problem.isSafe) }
        return context.diagnostic(problem.message, at: range, fix: fix)
      }
  }

  /// The addresses of a host alone with a slash behind it, where nearly all others have none.
  private static func slashes(_ ranges: [SourceRange], _ context: RuleContext) -> [Diagnostic] {
    let source = context.source
    let hosts = ranges.filter { range in
      // Behind the slashes of the scheme, the first one ends the address, or there is none.
      let scheme = source.firstIndex(of: 0x2F, in: range).map { $0 + 2 } ?? range.upperBound
      let rest = SourceRange(min(scheme, range.upperBound), range.upperBound)
      return source.firstIndex(of: 0x2F, in: rest).map { $0 + 1 == range.upperBound } ?? true
    }
    let slashed = hosts.filter { source.bytes[$0.upperBound - 1] == 0x2F }
    guard slashed.count * 5 <= hosts.count else { return [] }
    return slashed.map { range in
      let corrected = String(context.source[range].dropLast())
      return context.diagnostic(
        "the other hosts have no slash behind them; write “\(corrected)”", at: range,
        fix: .safe(Edit(range, corrected)))
    }
  }
}
