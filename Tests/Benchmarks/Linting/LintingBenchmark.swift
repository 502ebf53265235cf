import AwesomeList
import BenchmarkSupport
import Foundation
import Linting
import Markdown
import Source

/// Measures linting, from the bytes of a file to the findings.
///
/// `speed FILE` prints the shortest times of cmark-gfm's parse, of the list's model and of linting, in milliseconds; linting may take 4
/// times as long as cmark-gfm; `rules FILE` prints the milliseconds of each rule, the slowest first.
@main
struct LintingBenchmark {
  /// The limit of the ratio to cmark-gfm's parse.
  static let limit = 4.0

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let file = arguments.last else {
      print("usage: LintingBenchmark speed|rules FILE")
      return
    }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    switch arguments.first {
    case "rules": try rules(bytes)
    default: try speed(bytes)
    }
  }

  private static func speed(_ bytes: [UInt8]) throws {
    let linter = Linter()
    var findings = 0
    let times = try Comparison(
      seconds: 8,
      [
        { _ = BareParser.parse(bytes) }, { _ = try List(SourceText(utf8: bytes)) },
        { findings = linter.lint(try List(SourceText(utf8: bytes))).count },
      ])
    let ratio = (times.shortest(2) / times.shortest(0)).hundredths
    print(
      "\(bytes.count) bytes, \(times.count) rounds: cmark \(times.shortest(0)) ms, list \(times.shortest(1)) ms,",
      "lint \(times.shortest(2)) ms, \(findings) findings, \(ratio) × cmark (limit \(limit));",
      "processor time \(times.processorRatio(2).hundredths) × cmark")
    if ratio > limit { exit(1) }
  }

  /// Prints the time of each rule less that of no rule.
  private static func rules(_ bytes: [UInt8]) throws {
    let list = try List(SourceText(utf8: bytes))
    func time(_ rules: [Rule]) throws -> Double {
      let linter = Linter(rules: rules)
      return try Comparison(seconds: 0.2, [{ _ = linter.lint(list) }]).shortest(0)
    }
    let none = try time([])
    print("none", none)
    let times = try Rule.all.filter { $0.defaultSeverity != nil }.map { ($0.id, (try time([$0]) - none).hundredths) }
    for (id, time) in times.sorted(by: { $0.1 > $1.1 }) { print(id, time) }
  }
}
