import ArgumentParser
import AwesomeList
import Diagnostics
import Linting
import Source

struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Find problems in lists, and fix them.")

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var fix: FixOptions

  @Flag(help: "Show errors alone.")
  var quiet = false

  @Flag(help: "Say on standard error how many findings each rule has.")
  var statistics = false

  func run() throws {
    let files = try ListFile.read(input.load())
    let entries = files.count > 1 ? EntryRegister(files.map { ($0.input.name, $0.list) }) : nil
    let results = try files.enumerated().map { position, file in
      try lint(file, in: Surroundings(of: file.input, entries: entries, position: position))
    }
    if fix.diff {
      for result in results { result.change?.show() }
    } else {
      let changes = results.compactMap(\.change)
      for change in changes { try change.write() }
      // Standard output has the fixed text of standard input, so that the report has to go elsewhere.
      report.write(results.map(\.report), toErrors: changes.contains { $0.path == nil })
    }
    say(results)
    if statistics { sayStatistics(results) }
    throw report.status(of: results.map(\.report))
  }

  private struct Result {
    let report: FileReport
    let change: FileChange?
    let fixCount: Int
  }

  private func lint(_ file: ListFile, in surroundings: Surroundings) throws -> Result {
    let linter = rules.linter(file.input.configuration)
    let judged = Judged.entries(file.list.entries.count)
    func report(_ source: SourceText, _ list: List) -> FileReport {
      var diagnostics = linter.lint(list, in: surroundings)
      if file.isTranscoded { diagnostics = diagnostics.map(\.withoutFix) }
      if quiet { diagnostics.removeAll { $0.severity < .error } }
      return FileReport(file: file.input.name, source: source, diagnostics: diagnostics, judged: judged)
    }
    guard fix.isWanted, !file.isTranscoded else {
      return Result(report: report(file.source, file.list), change: nil, fixCount: 0)
    }
    do throws(LintingError) {
      let fixed = try linter.fix(file.source, includingUnsafe: fix.unsafeFixes)
      let change = FileChange(input: file.input, new: fixed.source.bytes)
      let remaining =
        fix.diff ? report(file.source, file.list) : report(fixed.source, try Linter.list(fixed.source))
      return Result(report: remaining, change: change, fixCount: fixed.fixCount)
    } catch {
      throw file.input.failure(error)
    }
  }

  /// One line a rule, the rule with the most findings first.
  private func sayStatistics(_ results: [Result]) {
    let counts = Dictionary(results.flatMap(\.report.diagnostics).map { ($0.rule, 1) }, uniquingKeysWith: +)
    for (rule, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      Console.note("\(count) \(rule)")
    }
  }

  private func say(_ results: [Result]) {
    guard fix.isWanted else { return }
    let count = results.reduce(0) { $0 + $1.fixCount }
    let files = results.count { !($0.change?.isEmpty ?? true) }
    let verb = fix.diff ? "would be applied" : "applied"
    Console.note("\(count) \(count == 1 ? "fix" : "fixes") in \(files) \(files == 1 ? "file" : "files") \(verb)")
  }
}

extension Diagnostic {
  /// The finding without its fix, whose offsets mean nothing in a file that had to be transcoded.
  fileprivate var withoutFix: Diagnostic {
    Diagnostic(rule: rule, severity: severity, message: message, range: range)
  }
}
