public import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noEntries = Rule(
    id: "no-entries",
    summary: "Write each entry as a list item with a link.",
    details: """
      Where another list of the same run has entries, the finding is a warning. A text without “Awesome” in its title is not \
      checked for a title, a badge, a blurb and companion files either.
      """,
    rationale:
      "Most rules look at entries. A list in which none is recognised would look clean, whatever is wrong with it.",
    presets: [.awesome: .error, .strict: .error],
    example: .pair(
      "# ↓Awesome Shell\n\njq: a JSON processor.\n", "# Awesome Shell\n\n- [jq](https://jqlang.org) - JSON processor.\n"
    ),
    vectors: [
      .good("# A\n\n- [A](https://example.org)\n"),
      .good("# A\n\n| Name |\n| --- |\n| [A](https://example.org) |\n"),
      .bad("# ↓A\n"),
      .bad("# ↓A\n\nSee [the site](https://example.org).\n\n- Words.\n"),
    ]
  ) { context in
    guard let problem = missingEntries(in: context.list) else { return [] }
    let severity: Severity? = context.environment.entries?.isEmpty == false ? .warning : nil
    return [context.diagnostic(problem, at: context.listPlace, severity: severity)]
  }

  /// Rules about what a list should have as a whole.
  static let aboutWholeLists = Set(
    [title, badge, blurb, ciBadge, contributing, codeOfConduct, licenseFile].map(\.id))

  /// What to say of a list without entries; nil for one with some.
  public static func missingEntries(in list: List) -> String? {
    let bytes = list.document.source.bytes
    if bytes.droppingByteOrderMarks.allSatisfy(\.isASCIIWhitespace) {
      return "the file is empty; a list needs a title and entries"
    }
    return list.entries.isEmpty ? "no entries found; an entry is a list item with a link" : nil
  }
}
