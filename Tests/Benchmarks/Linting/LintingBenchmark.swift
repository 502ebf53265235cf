import AwesomeList
import BareParsing
import Foundation
import Linting
import Markdown
import Source

/// Measures linting.
///
/// `speed FILE` prints the milliseconds of the C library's parse alone and of linting from the bytes on, the best of several runs, and
/// fails when linting takes more than 4 times as long; `rules FILE` prints the milliseconds that each rule takes.
@main
struct LintingBenchmark {
  /// How many times as long as the C library's parse linting may take.
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

  /// Runs the three in turn, in at least twenty rounds, and takes the best of each: what else a machine is busy with can only slow them down.
  private static func speed(_ bytes: [UInt8]) throws {
    let linter = Linter()
    let clock = ContinuousClock()
    var (bare, model, lint) = (Duration.seconds(3600), Duration.seconds(3600), Duration.seconds(3600))
    var findings = 0
    var rounds = 0
    let deadline = clock.now + .seconds(8)
    repeat {
      bare = min(bare, clock.measure { _ = BareParser.parse(bytes) })
      model = min(model, try clock.measure { _ = try List(SourceText(utf8: bytes)) })
      lint = min(lint, try clock.measure { findings = try linter.lint(SourceText(utf8: bytes)).count })
      rounds += 1
    } while rounds < 20 || clock.now < deadline
    let ratio = lint / bare
    print(
      "\(bytes.count) bytes, \(rounds) rounds: cmark \(rounded(bare / .milliseconds(1))) ms,",
      "list \(rounded(model / .milliseconds(1))) ms, lint \(rounded(lint / .milliseconds(1))) ms,",
      "\(findings) findings, \(rounded(ratio)) × cmark (limit \(limit))")
    if ratio > limit { exit(1) }
  }

  /// The time of each rule alone less that of none, the slowest first.
  private static func rules(_ bytes: [UInt8]) throws {
    let list = try List(SourceText(utf8: bytes))
    let none = best(seconds: 0.5) { _ = Linter(rules: []).lint(list) }
    print("none", rounded(none))
    let times = Rule.all.filter { $0.defaultSeverity != nil }.map { rule in
      let linter = Linter(rules: [rule])
      return (rule.id, best(seconds: 0.2) { _ = linter.lint(list) } - none)
    }
    for (id, time) in times.sorted(by: { $0.1 > $1.1 }) { print(id, rounded(time)) }
  }

  /// The shortest of the times that a piece of work takes in some seconds, in milliseconds.
  private static func best(seconds: Double = 2, _ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var best = Duration.seconds(3600)
    let deadline = clock.now + .seconds(seconds)
    repeat { best = min(best, try clock.measure(body)) } while clock.now < deadline
    return best / .milliseconds(1)
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
