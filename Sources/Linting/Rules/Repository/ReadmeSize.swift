import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let readmeSize = Rule(
    id: "readme-size",
    summary: "The list is short enough for GitHub to show all of it.",
    rationale: """
      GitHub shows the first 512,000 bytes of a README and cuts off the rest. From four fifths of that on it is time to split.
      """,
    presets: [.awesome: .error],
    examples: [
      .good("- [A](https://example.org) - Text.\n"),
      .bad("↓- [A](https://example.org) - Text.\n\n" + String(repeating: "Text. ", count: 70_000) + "\n"),
    ]
  ) { context in
    let (size, limit) = (context.source.bytes.count, readmeSizeLimit)
    guard size * 5 >= limit * 4, let first = context.list.title?.range ?? context.index.entries.first?.range
    else { return [] }
    let place = context.source.line(context.source.lineIndex(at: first.lowerBound))
    if size > limit {
      return [context.diagnostic("the list has \(size) bytes; GitHub shows the first \(limit) only", at: place)]
    }
    let message = "the list has \(size) bytes, \(size * 100 / limit) % of the \(limit) that GitHub shows"
    return [context.diagnostic(message, at: place, severity: .warning)]
  }

  /// How many bytes of a README GitHub shows.
  public static let readmeSizeLimit = 512_000
}
