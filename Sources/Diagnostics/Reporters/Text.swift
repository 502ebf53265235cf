import Source

extension Reporter {
  /// One line a finding, which terminals and editors turn into a link, with the source line under it; last, the counts and what to do.
  public static let text = Reporter(
    id: "text", summary: "findings with their source lines, for people", showsRemarks: true
  ) { files, context in
    let ansi = ANSIStyle(style: context.style)
    var output: [UInt8] = []
    for file in files {
      let name = Array(file.file.inert.utf8)
      let diagnostics = file.diagnostics
      let starts = Array(stride(from: 0, to: diagnostics.count, by: partSize))
      for part in starts.parallelMap({ start in
        var part: [UInt8] = []
        part.reserveCapacity(partSize * 256)
        for diagnostic in diagnostics[start..<min(start + partSize, diagnostics.count)] {
          append(diagnostic, in: file, name: name, ansi, to: &part)
        }
        return part
      }) {
        output += part
      }
    }
    let hasFindings = !output.isEmpty
    ansi.wrap(in: &output) { appendEnd(of: files, context, hasFindings: hasFindings, to: &$0) }
    return output
  }

  /// How many findings are written at a time: fewer are not worth waking another core for.
  private static let partSize = 256

  private static func append(
    _ diagnostic: Diagnostic, in file: FileReport, name: [UInt8], _ ansi: ANSIStyle, to output: inout [UInt8]
  ) {
    let excerpt =
      diagnostic.isAboutRepository
      ? nil : SourceExcerpt(of: diagnostic.range, in: file.source, columns: ansi.style.width - 2)
    // An address is shown once: in the excerpt, or in the message where the excerpt has no room for all of it.
    let isCut = diagnostic.brief != nil && excerpt?.isWhole != true
    let message = isCut ? diagnostic.message : diagnostic.brief ?? diagnostic.message
    ansi.wrap(in: &output) { output in
      appendPlace(of: diagnostic, in: file, name: name, ansi, to: &output)
      appendSentence(message, of: diagnostic, ansi, to: &output)
    }
    if !isCut { excerpt?.write(ansi, to: &output) }
  }

  /// Writes the severity, the message, the mark of a fix and the rule.
  private static func appendSentence(
    _ message: String, of diagnostic: Diagnostic, _ ansi: ANSIStyle, to output: inout [UInt8]
  ) {
    ansi.paint(.severity(diagnostic.severity), in: &output) { $0 += diagnostic.severity.rawValue.utf8 }
    output += ": ".utf8
    output.append(inert: message)
    if let remedy = diagnostic.remedy {
      output.append(UInt8(ascii: " "))
      ansi.paint(.mark, in: &output) { $0 += remedy.rawValue.utf8 }
    }
    output.append(UInt8(ascii: " "))
    ansi.paint(.rule, in: &output) { output in
      output.append(UInt8(ascii: "["))
      output.append(inert: diagnostic.rule)
      output.append(UInt8(ascii: "]"))
    }
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes the file, line and column of a finding, with colons and a space.
  static func appendPlace(
    of diagnostic: Diagnostic, in file: FileReport, name: [UInt8], _ ansi: ANSIStyle, to output: inout [UInt8]
  ) {
    let location = file.source.location(of: diagnostic.range.lowerBound)
    ansi.paint(.place, in: &output) { output in
      output += name
      output.append(UInt8(ascii: ":"))
      output.append(number: location.line)
      output.append(UInt8(ascii: ":"))
      output.append(number: location.column)
      output.append(UInt8(ascii: ":"))
    }
    output.append(UInt8(ascii: " "))
  }

  /// Writes the table of rules, the counts and the next steps.
  private static func appendEnd(
    of files: [FileReport], _ context: ReportContext, hasFindings: Bool, to output: inout [UInt8]
  ) {
    let summary = Summary(files)
    if hasFindings { output.append(UInt8(ascii: "\n")) }
    let rows = RuleCount.rows(files)
    if !rows.isEmpty {
      appendTable(rows, to: &output)
      output.append(UInt8(ascii: "\n"))
    }
    let elapsed = context.elapsed.map { " (\($0.elapsedText))" } ?? ""
    output += (summary.text + elapsed + "\n").utf8
    for remark in context.remarks { output += (remark.inert + "\n").utf8 }
    for step in summary.steps(context.advice) { output += (step.inert + "\n").utf8 }
  }

  private static func appendTable(_ rows: [RuleCount], to output: inout [UInt8]) {
    let hasFixes = rows.contains { $0.fixable > 0 }
    output += "findings  \(hasFixes ? "--fix mends  " : "")rule\n".utf8
    for row in rows {
      let fixable = row.fixable == 0 ? "" : "\(row.fixable)"
      let fixes = hasFixes ? aligned(fixable, 11) + "  " : ""
      output += "\(aligned("\(row.findings)", 8))  \(fixes)\(row.rule.inert)\n".utf8
    }
  }

  /// A number at the right end of a column of a table.
  private static func aligned(_ number: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - number.utf8.count)) + number
  }
}
