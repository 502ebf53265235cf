import Source

extension Reporter {
  /// One line a finding, which terminals and editors turn into a link, with the source line under it; last, what was judged and found.
  public static let text = Reporter(id: "text", summary: "findings with their source lines, for people") {
    files, style, _ in
    let ink = Ink(style: style)
    var output = ""
    for file in files {
      for diagnostic in file.diagnostics {
        output += text(diagnostic, in: file, ink)
      }
    }
    if !output.isEmpty { output += "\n" }
    return output + Tally(files).text + "\n"
  }

  private static func text(_ diagnostic: Diagnostic, in file: FileReport, _ ink: Ink) -> String {
    let location = file.source.location(of: diagnostic.range.lowerBound)
    let place = ink.bold("\(file.file.inert):\(location.line):\(location.column):")
    let rule = ink.dim("[\(diagnostic.rule.inert)]")
    var output = "\(place) \(ink.label(diagnostic.severity)): \(diagnostic.message.inert) \(rule)\n"
    if let excerpt = SourceExcerpt(of: diagnostic.range, in: file.source) {
      output += "  \(excerpt.line)\n  \(excerpt.indent)\(ink.green(excerpt.carets))\n"
    }
    return output
  }
}
