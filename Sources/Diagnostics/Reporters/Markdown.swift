import Source

extension Reporter {
  /// A list for an issue or a comment; never longer than GitHub takes for an issue.
  public static let markdown = Reporter(id: "markdown", summary: "a list, for an issue or a comment") {
    files, _ in
    markdown(files, limit: issueLimit)
  }

  /// The Markdown report, cut after a line so that it has at most so many bytes.
  public static func markdown(_ files: [FileReport], limit: Int) -> [UInt8] {
    var output = Array(("**" + Summary(files).line + "**\n").utf8)
    var left = files.reduce(0) { $0 + $1.diagnostics.count }
    if left > 0 { output += "\n".utf8 }
    let table = table(RuleCount.rows(files))
    if output.count + table.utf8.count + noticeSize <= limit { output += table.utf8 }
    for file in files {
      for diagnostic in file.diagnostics {
        let item = item(diagnostic, in: file).utf8
        guard output.count + item.count + noticeSize <= limit else {
          let verb = left == 1 ? "does" : "do"
          let notice = "\nCut here: \(counted(left, "more finding")) \(verb) not fit within GitHub's limit.\n".utf8
          return output.count + notice.count <= limit ? output + notice : []
        }
        output += item
        left -= 1
      }
    }
    return output.count <= limit ? output : []
  }

  /// An issue takes 65,536 characters; bytes are never fewer.
  private static let issueLimit = 65_000
  /// Room for the sentence after the last line of a report that is cut.
  private static let noticeSize = 100
  /// The most characters of a message: one finding must not take the place of all.
  private static let messageLimit = 2_000

  private static func table(_ rows: [RuleCount]) -> String {
    if rows.isEmpty { return "" }
    let lines = rows.map { "| \(code($0.rule)) | \($0.findings) | \($0.fixable == 0 ? "" : "\($0.fixable)") |\n" }
    return "| rule | findings | `--fix` mends |\n|---|--:|--:|\n" + lines.joined() + "\n"
  }

  private static func item(_ diagnostic: Diagnostic, in file: FileReport) -> String {
    let location = file.source.location(of: diagnostic.range.lowerBound)
    let place = code("\(file.file):\(location.line):\(location.column)")
    let message = cut(diagnostic.message)
    return "- \(place) \(diagnostic.severity.rawValue): \(code(message)) (\(code(diagnostic.rule)))\n"
  }

  /// By scalars: a character can be of any length.
  private static func cut(_ message: String) -> String {
    let start = message.unicodeScalars.prefix(messageLimit)
    return start.endIndex == message.unicodeScalars.endIndex ? message : String(start) + "…"
  }

  /// Text as code, where nothing is a link, a mention, a reference, a table or HTML.
  private static func code(_ text: String) -> String {
    let text = text.inert
    var longest = 0
    var current = 0
    let mark = UInt8(ascii: "`")
    for byte in text.utf8 {
      current = byte == mark ? current + 1 : 0
      longest = max(longest, current)
    }
    let fence = String(repeating: "`", count: longest + 1)
    // By bytes: an accent after the first mark makes another character of it here, but not for Markdown.
    let isMarked = text.utf8.first == mark || text.utf8.last == mark
    let padding = isMarked || text.utf8.allSatisfy { $0 == UInt8(ascii: " ") } ? " " : ""
    return fence + padding + text + padding + fence
  }
}
