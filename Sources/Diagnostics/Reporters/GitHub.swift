import Source

extension Reporter {
  /// Workflow commands that GitHub shows as annotations; it shows ten of each severity in a step and drops the rest silently.
  ///
  /// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
  public static let github = Reporter(id: "github", summary: "annotations, for GitHub Actions") { files, _, _ in
    var output = ""
    var written: [Severity: Int] = [:]
    var dropped = 0
    for file in files {
      for diagnostic in file.diagnostics {
        written[diagnostic.severity, default: 0] += 1
        if written[diagnostic.severity, default: 0] > annotationLimit(diagnostic.severity) {
          dropped += 1
        } else {
          output += annotation(diagnostic, in: file)
        }
      }
    }
    let rest = dropped == 0 ? "" : " (\(dropped) of them not shown as annotations)"
    return output + "::notice::\(commandData(Summary(files).text + rest))\n"
  }

  /// How many annotations GitHub shows; the summary is a notice too.
  private static func annotationLimit(_ severity: Severity) -> Int {
    severity == .note ? 9 : 10
  }

  /// The name of a severity in a workflow command.
  private static func command(_ severity: Severity) -> String {
    severity == .note ? "notice" : severity.rawValue
  }

  private static func annotation(_ diagnostic: Diagnostic, in file: FileReport) -> String {
    let start = file.source.location(of: diagnostic.range.lowerBound)
    let end = file.source.location(of: diagnostic.range.upperBound)
    var properties = ["file=\(commandProperty(file.file))", "line=\(start.line)", "endLine=\(end.line)"]
    // GitHub takes columns only for an annotation on one line.
    if start.line == end.line { properties += ["col=\(start.column)", "endColumn=\(end.column)"] }
    properties.append("title=\(commandProperty(diagnostic.rule))")
    return
      "::\(command(diagnostic.severity)) \(properties.joined(separator: ","))::\(commandData(diagnostic.message))\n"
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
