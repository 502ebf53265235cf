import Source

extension Reporter {
  /// A list for a job summary, an issue or a comment; never longer than GitHub takes for an issue.
  public static let markdown = Reporter(id: "markdown", summary: "a list, for a job summary or an issue") {
    files, _, _ in
    var output = "**" + Summary(files).text + "**\n"
    var size = output.utf8.count
    var left = files.reduce(0) { $0 + $1.diagnostics.count }
    if left > 0 { output += "\n" }
    for file in files {
      for diagnostic in file.diagnostics {
        let item = item(diagnostic, in: file)
        size += item.utf8.count
        if size > sizeLimit { return output + "\n… and \(left) more\n" }
        output += item
        left -= 1
      }
    }
    return output
  }

  /// An issue takes 65,536 characters; bytes are never fewer, and the last line needs some.
  private static let sizeLimit = 65_000
  /// The most characters of a message: one finding must not take the place of all.
  private static let messageLimit = 2_000

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
