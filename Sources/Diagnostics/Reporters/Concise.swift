import Source

extension Reporter {
  /// One line a finding, as `path:line:column: severity [*] rule message`; last, the counts.
  public static let concise = Reporter(
    id: "concise", summary: "one line a finding, for editors and logs", showsRemarks: true
  ) { files, context in
    let ansi = ANSIStyle(style: context.style)
    var output: [UInt8] = []
    for file in files {
      let name = Array(file.file.inert.utf8)
      for diagnostic in file.diagnostics { appendLine(diagnostic, in: file, name: name, ansi, to: &output) }
    }
    output += (Summary(files).text + "\n").utf8
    for remark in context.remarks { output += (remark.inert + "\n").utf8 }
    return output
  }

  /// Writes the line of a finding.
  static func appendLine(
    _ diagnostic: Diagnostic, in file: FileReport, name: [UInt8], _ ansi: ANSIStyle, to output: inout [UInt8]
  ) {
    appendPlace(of: diagnostic, in: file, name: name, ansi, to: &output)
    ansi.paint(.severity(diagnostic.severity), in: &output) { $0 += diagnostic.severity.rawValue.utf8 }
    if let remedy = diagnostic.remedy {
      output.append(UInt8(ascii: " "))
      ansi.paint(.mark, in: &output) { $0 += remedy.rawValue.utf8 }
    }
    output.append(UInt8(ascii: " "))
    ansi.paint(.rule, in: &output) { $0.append(inert: diagnostic.rule) }
    output.append(UInt8(ascii: " "))
    output.append(inert: diagnostic.message)
    output.append(UInt8(ascii: "\n"))
  }
}
