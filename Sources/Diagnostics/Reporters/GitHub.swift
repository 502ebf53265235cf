import Source

extension Reporter {
  /// Workflow commands that GitHub shows as annotations; it shows ten of each severity in a step and drops the rest silently, so the
  /// rest goes into a group of the log.
  ///
  /// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
  public static let github = Reporter(id: "github", summary: "annotations and a job summary, for GitHub Actions") {
    files, context in
    var output: [UInt8] = []
    var rest: [UInt8] = []
    var counts: [Severity: Int] = [:]
    var restCount = 0
    for file in files {
      let path = context.repositoryPath(file.file)
      let name = logName(path)
      for diagnostic in file.diagnostics {
        counts[diagnostic.severity, default: 0] += 1
        if counts[diagnostic.severity, default: 0] > annotationLimit(diagnostic.severity) {
          restCount += 1
          appendLogLine(diagnostic, in: file, name: name, to: &rest)
        } else {
          output += annotation(diagnostic, in: file, path: path).utf8
        }
      }
    }
    if restCount > 0 {
      output += "::group::\(counted(restCount, "more finding"))\n".utf8
      output += rest + "::endgroup::\n".utf8
    }
    output += "::notice::\(commandData(Summary(files).line))\n".utf8
    return output
  }

  /// How many annotations GitHub shows; the summary is a notice too.
  private static func annotationLimit(_ severity: Severity) -> Int {
    severity == .note ? 9 : 10
  }

  /// The name of a severity in a workflow command.
  private static func command(_ severity: Severity) -> String {
    severity == .note ? "notice" : severity.rawValue
  }

  private static func annotation(_ diagnostic: Diagnostic, in file: FileReport, path: String) -> String {
    let start = file.source.location(of: diagnostic.range.lowerBound)
    let end = file.source.location(of: diagnostic.range.upperBound)
    var properties = ["file=\(commandProperty(path))", "line=\(start.line)", "endLine=\(end.line)"]
    // GitHub takes columns only for an annotation on one line.
    if start.line == end.line { properties += ["col=\(start.column)", "endColumn=\(end.column)"] }
    properties.append("title=\(commandProperty(diagnostic.rule))")
    return
      "::\(command(diagnostic.severity)) \(properties.joined(separator: ","))::\(commandData(diagnostic.message))\n"
  }

  /// A path with which a line of the log may begin: GitHub obeys `::` after any blanks.
  private static func logName(_ path: String) -> [UInt8] {
    let first = path.unicodeScalars.first { !$0.properties.isWhitespace }
    return Array((first == ":" ? "./" + path : path).inert.utf8)
  }

  /// Writes a finding into the log, where GitHub obeys `##[` anywhere in a line.
  private static func appendLogLine(
    _ diagnostic: Diagnostic, in file: FileReport, name: [UInt8], to output: inout [UInt8]
  ) {
    var line: [UInt8] = []
    appendLine(diagnostic, in: file, name: name, ANSIStyle(style: ReportStyle()), to: &line)
    for (index, byte) in line.enumerated() {
      if byte == UInt8(ascii: "["), index > 0, line[index - 1] == UInt8(ascii: "#") {
        output.append(UInt8(ascii: " "))
      }
      output.append(byte)
    }
  }

  /// A command's text: a newline or a percent sign would end or change it.
  private static func commandData(_ text: String) -> String {
    escaped(text, ["%": "%25"])
  }

  /// The value of a command's property, which a colon or a comma would end.
  private static func commandProperty(_ text: String) -> String {
    escaped(text, ["%": "%25", ":": "%3A", ",": "%2C"])
  }

  /// Escapes scalars and not characters: an accent after a comma does not make another character of it for GitHub.
  private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.inert.unicodeScalars {
      if let escape = escapes[scalar] { result += escape } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
