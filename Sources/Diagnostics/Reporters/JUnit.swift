import Markup
import Source

extension Reporter {
  /// A test suite for each file and a failed test for each finding but notes, as Jenkins and GitLab read them; a clean file is one test
  /// that passes.
  public static let junit = Reporter(id: "junit", summary: "JUnit XML, for test dashboards", isDocument: true) {
    (files, _, _) throws(XMLError) in
    let writer = try XMLWriter()
    let counts = files.map { failures(in: $0).count }
    let tests = counts.reduce(0) { $0 + max(1, $1) }
    let failureCount = counts.reduce(0, +)
    let attributes = [("name", "awesome"), ("tests", "\(tests)"), ("failures", "\(failureCount)")]
    try writer.element("testsuites", attributes) { () throws(XMLError) in
      for file in files { try writeSuite(of: file, to: writer) }
    }
    return try writer.finish()
  }

  private static func writeSuite(of file: FileReport, to writer: XMLWriter) throws(XMLError) {
    let name = file.file.inert
    let diagnostics = failures(in: file)
    let count = diagnostics.count
    let attributes = [("name", name), ("tests", "\(max(1, count))"), ("failures", "\(count)")]
    try writer.element("testsuite", attributes) { () throws(XMLError) in
      if diagnostics.isEmpty {
        try writer.element("testcase", [("classname", name), ("name", file.checked.text.inert)])
      }
      for diagnostic in diagnostics { try writeTest(of: diagnostic, in: file, to: writer) }
    }
  }

  private static func failures(in file: FileReport) -> [Diagnostic] {
    file.diagnostics.filter { $0.severity > .note }
  }

  private static func writeTest(
    of diagnostic: Diagnostic, in file: FileReport, to writer: XMLWriter
  ) throws(XMLError) {
    let name = file.file.inert
    let message = diagnostic.message.inert
    let start = file.source.location(of: diagnostic.range.lowerBound)
    let place = "\(start.line):\(start.column)"
    let test = [("classname", name), ("name", "\(diagnostic.rule.inert) at \(place)")]
    let failure = [("type", diagnostic.severity.rawValue), ("message", message)]
    try writer.element("testcase", test) { () throws(XMLError) in
      try writer.element("failure", failure, text: "\(name):\(place): \(message)")
    }
  }
}
