import Source

extension Reporter {
  /// A test suite for each file and a failed test for each finding, as Jenkins and GitLab read them; a clean file is one test that passes.
  public static let junit = Reporter(id: "junit", summary: "JUnit XML, for test dashboards") { files, _, _ in
    let count = files.reduce(0) { $0 + max(1, $1.diagnostics.count) }
    let failures = files.reduce(0) { $0 + $1.diagnostics.count }
    var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    output += "<testsuites name=\"awesome\" tests=\"\(count)\" failures=\"\(failures)\">\n"
    for file in files { output += suite(file) }
    return output + "</testsuites>\n"
  }

  private static func suite(_ file: FileReport) -> String {
    let name = xml(file.file)
    let count = file.diagnostics.count
    var output = "  <testsuite name=\"\(name)\" tests=\"\(max(1, count))\" failures=\"\(count)\">\n"
    if file.diagnostics.isEmpty {
      output += "    <testcase classname=\"\(name)\" name=\"\(xml(file.judged.text))\"/>\n"
    }
    for diagnostic in file.diagnostics {
      let start = file.source.location(of: diagnostic.range.lowerBound)
      let place = "\(file.file):\(start.line):\(start.column)"
      output +=
        "    <testcase classname=\"\(name)\" name=\"\(xml(diagnostic.rule)) at \(start.line):\(start.column)\">\n"
      output += "      <failure type=\"\(diagnostic.severity.rawValue)\" message=\"\(xml(diagnostic.message))\">"
      output += xml("\(place): \(diagnostic.message)") + "</failure>\n"
      output += "    </testcase>\n"
    }
    return output + "  </testsuite>\n"
  }

  /// Text for XML 1.0, in which some characters cannot be written at all, not even as references.
  private static func xml(_ text: String) -> String {
    var result = ""
    for scalar in text.inert.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
