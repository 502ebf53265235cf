import AwesomeList
import Diagnostics
import Source

extension Rule {
  static let readmeSize = Rule(
    id: "readme-size",
    summary: "Keep the list below 512,000 bytes.",
    details: "Above 80 % of that, the finding is a warning.",
    rationale: "GitHub shows the first 512,000 bytes of a README and cuts off the rest.",
    presets: [.awesome: .error, .strict: .error],
    example: .pair(
      .bad("↓# Awesome Shell\n\n" + String(repeating: "Text. ", count: 70_000) + "\n"),
      .good("# Awesome Shell\n\nText.\n")),
    vectors: [
      .good("- [A](https://example.org) - Text.\n"),
      .bad("↓- [A](https://example.org) - Text.\n\n" + String(repeating: "Text. ", count: 70_000) + "\n"),
    ]
  ) { context in
    let (size, limit) = (context.source.bytes.count, readmeSizeLimit)
    guard size * 5 >= limit * 4, let first = context.list.title?.range ?? context.index.entries.first?.range
    else { return [] }
    let place = context.source.line(context.source.lineIndex(at: first.lowerBound))
    if size > limit {
      return [context.diagnostic("\(size) bytes, of which GitHub shows the first \(limit); split the list", at: place)]
    }
    let message = "\(size) bytes, \(size * 100 / limit) % of the \(limit) that GitHub shows; split the list soon"
    return [context.diagnostic(message, at: place, severity: .warning)]
  }

  /// How many bytes of a README GitHub shows.
  public static let readmeSizeLimit = 512_000
}
