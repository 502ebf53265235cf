import Source

extension Reporter {
  /// One line a finding, which terminals and editors turn into a link, with the source line under it; last, what was checked and found.
  public static let text = Reporter(id: "text", summary: "findings with their source lines, for people") {
    files, style, _ in
    let ansi = ANSIStyle(style: style)
    var output = ""
    for file in files {
      let name = file.file.inert
      let diagnostics = file.diagnostics
      let starts = Array(stride(from: 0, to: diagnostics.count, by: partSize))
      output += starts.parallelMap { start in
        // As bytes: a list may have thousands of findings, whose lines are put together of many pieces.
        var part: [UInt8] = []
        for diagnostic in diagnostics[start..<min(start + partSize, diagnostics.count)] {
          append(diagnostic, in: file, name: name, ansi, to: &part)
        }
        return String(decoding: part, as: UTF8.self)
      }.joined()
    }
    if !output.isEmpty { output += "\n" }
    return output + Summary(files).text + "\n"
  }

  /// How many findings are written at a time: fewer are not worth waking another core for.
  private static let partSize = 256

  private static func append(
    _ diagnostic: Diagnostic, in file: FileReport, name: String, _ ansi: ANSIStyle, to output: inout [UInt8]
  ) {
    let location = file.source.location(of: diagnostic.range.lowerBound)
    ansi.paint(.place, in: &output) { output in
      output += name.utf8
      output.append(UInt8(ascii: ":"))
      output += String(location.line).utf8
      output.append(UInt8(ascii: ":"))
      output += String(location.column).utf8
      output.append(UInt8(ascii: ":"))
    }
    output.append(UInt8(ascii: " "))
    ansi.paint(.severity(diagnostic.severity), in: &output) { $0 += diagnostic.severity.rawValue.utf8 }
    output += ": ".utf8
    output += diagnostic.message.inert.utf8
    output.append(UInt8(ascii: " "))
    ansi.paint(.rule, in: &output) { output in
      output.append(UInt8(ascii: "["))
      output += diagnostic.rule.inert.utf8
      output.append(UInt8(ascii: "]"))
    }
    output.append(UInt8(ascii: "\n"))
    guard !diagnostic.isAboutRepository, let excerpt = SourceExcerpt(of: diagnostic.range, in: file.source)
    else { return }
    output += "  ".utf8
    output += excerpt.line
    output += "\n  ".utf8
    output += repeatElement(UInt8(ascii: " "), count: excerpt.indent)
    ansi.paint(.carets, in: &output) { $0 += repeatElement(UInt8(ascii: "^"), count: excerpt.width) }
    output.append(UInt8(ascii: "\n"))
  }
}
