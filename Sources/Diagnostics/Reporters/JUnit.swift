import Markup
import Source

extension Reporter {
  /// A test suite for each file and a test for each finding but notes, as Jenkins and GitLab read them; a clean file is one test that
  /// passes.
  ///
  /// A test fails where the finding fails the run; one of a lower severity passes, with the finding as its output.
  public static let junit = Reporter(id: "junit", summary: "JUnit XML, for test dashboards", isDocument: true) {
    (files, context) throws(XMLError) in
    let writer = try XMLWriter()
    let suites = files.map { Suite($0, failing: context.failing) }
    let attributes = [
      ("name", "awesome"), ("tests", "\(suites.reduce(0) { $0 + $1.testCount })"),
      ("failures", "\(suites.reduce(0) { $0 + $1.failureCount })"),
    ]
    try writer.element("testsuites", attributes) { () throws(XMLError) in
      for suite in suites { try write(suite, to: writer) }
    }
    return Array(try writer.finish().utf8)
  }

  /// The tests of a file.
  private struct Suite {
    let file: FileReport
    let tests: [Diagnostic]
    let failing: Severity?

    init(_ file: FileReport, failing: Severity?) {
      self.file = file
      self.failing = failing
      tests = file.diagnostics.filter { $0.severity > .note }
    }

    var testCount: Int { max(1, tests.count) }
    var failureCount: Int { tests.count(where: fails) }

    func fails(_ diagnostic: Diagnostic) -> Bool {
      failing.map { diagnostic.severity >= $0 } ?? false
    }
  }

  private static func write(_ suite: Suite, to writer: XMLWriter) throws(XMLError) {
    let name = suite.file.file.inert
    let attributes = [("name", name), ("tests", "\(suite.testCount)"), ("failures", "\(suite.failureCount)")]
    try writer.element("testsuite", attributes) { () throws(XMLError) in
      if suite.tests.isEmpty {
        try writer.element("testcase", [("classname", name), ("name", suite.file.checked.text.inert)])
      }
      for diagnostic in suite.tests { try writeTest(of: diagnostic, in: suite, to: writer) }
    }
  }

  private static func writeTest(of diagnostic: Diagnostic, in suite: Suite, to writer: XMLWriter) throws(XMLError) {
    let name = suite.file.file.inert
    let message = diagnostic.message.inert
    let start = suite.file.source.location(of: diagnostic.range.lowerBound)
    let place = "\(start.line):\(start.column)"
    let test = [("classname", name), ("name", "\(diagnostic.rule.inert) at \(place)")]
    let severity = diagnostic.severity.rawValue
    try writer.element("testcase", test) { () throws(XMLError) in
      if suite.fails(diagnostic) {
        try writer.element("failure", [("type", severity), ("message", message)], text: "\(name):\(place): \(message)")
      } else {
        try writer.element("system-out", text: "\(name):\(place): \(severity): \(message)")
      }
    }
  }
}
