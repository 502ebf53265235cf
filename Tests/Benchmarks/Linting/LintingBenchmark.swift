import AwesomeList
import BenchmarkSupport
import Foundation
import Linting
import Markdown
import Source

/// Measures linting, from the bytes of a file to the findings.
///
/// `speed FILE…` prints the times of cmark-gfm's parse, of the list's model and of linting, for all files in turn; linting may take 4 times
/// as long as cmark-gfm; `rules FILE` prints the milliseconds of each rule, the slowest first.
@main
struct LintingBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let files = try arguments.dropFirst().map { [UInt8](try Data(contentsOf: URL(filePath: $0))) }
    guard let mode = arguments.first, let first = files.first else {
      print("usage: LintingBenchmark speed FILE…, rules FILE")
      return
    }
    if mode == "rules" { try rules(first) } else { try speed(files) }
  }

  private static func speed(_ files: [[UInt8]]) throws {
    let linter = Linter()
    let times = try Comparison(
      seconds: 8,
      [
        ("cmark", { for bytes in files { _ = BareParser.parse(bytes) } }),
        ("list", { for bytes in files { _ = try List(SourceText(utf8: bytes)) } }),
        ("linting", { for bytes in files { _ = linter.lint(try List(SourceText(utf8: bytes))) } }),
      ])
    if !times.report(limit: 4) { exit(1) }
  }

  /// Prints the time of each rule less that of no rule.
  private static func rules(_ bytes: [UInt8]) throws {
    let list = try List(SourceText(utf8: bytes))
    func time(_ rules: [Rule]) throws -> Double {
      let linter = Linter(rules: rules)
      return try Comparison(seconds: 0.2, [("rules", { _ = linter.lint(list) })]).shortest(0)
    }
    let none = try time([])
    print("none", none.hundredths)
    let times = try Rule.all.filter { $0.defaultSeverity != nil }.map { ($0.id, (try time([$0]) - none).hundredths) }
    for (id, time) in times.sorted(by: { $0.1 > $1.1 }) { print(id, time) }
  }
}
