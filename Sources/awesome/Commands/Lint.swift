import ArgumentParser
import Diagnostics
import Linting

struct Lint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Find problems in lists, and fix them.")

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleSelectionOptions
  @OptionGroup var since: SinceOption
  @OptionGroup var report: ReportOptions
  @OptionGroup var fix: FixOptions

  @Flag(help: "Show errors alone, unless warnings make the command fail.")
  var quiet = false

  @Flag(help: "Say on standard error how many findings each rule has.")
  var statistics = false

  func run() async throws {
    let files = try await ListFile.read(input.load())
    let baselines = try await since.baselines(of: files.map(\.input))
    let linter = FileLinter(rules: rules, fix: fix, hidesWarnings: quiet && !report.failureLevel.fails(.warning))
    let entries = files.count > 1 ? EntryRegister(files.map { ($0.input.name, $0.list) }) : nil
    let results = try await Array(files.indices).concurrentMap { position in
      let environment = ListEnvironment(of: files[position].input, entries: entries, position: position)
      return try linter.lint(files[position], in: environment, since: baselines[position])
    }
    if fix.diff {
      for result in results { result.change?.show() }
    } else {
      let changes = results.compactMap(\.change)
      for change in changes { try change.write() }
      // Standard output has the fixed text of standard input, so that the report has to go elsewhere.
      try report.write(results.map(\.report), toErrors: changes.contains { $0.path == nil })
    }
    say(results)
    if !quiet { SectionNotes(files).texts.forEach(Console.note) }
    if statistics { sayStatistics(results) }
    // The system takes back the lists faster than they can be taken apart.
    withExtendedLifetime((files, results)) { report.status(of: results.map(\.report)).endProcess() }
  }

  /// One line a rule, the rule with the most findings first.
  private func sayStatistics(_ results: [FileLinter.Result]) {
    let counts = Dictionary(results.flatMap(\.report.diagnostics).map { ($0.rule, 1) }, uniquingKeysWith: +)
    for (rule, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      Console.note("\(count) \(rule)")
    }
  }

  private func say(_ results: [FileLinter.Result]) {
    guard fix.isWanted else { return }
    let count = results.reduce(0) { $0 + $1.fixCount }
    let files = results.count { !($0.change?.isEmpty ?? true) }
    let fixes = "\(count) \(count == 1 ? "fix" : "fixes") in \(files) \(files == 1 ? "file" : "files")"
    guard fix.diff else { return Console.note("\(fixes) applied") }
    // The report is not shown, so that this is all that is said of the findings.
    let (found, left) = results.reduce((0, 0)) { ($0.0 + $1.report.diagnostics.count, $0.1 + $1.leftCount) }
    Console.note("\(fixes) would be applied; of \(found) \(found == 1 ? "finding" : "findings") \(left) would be left")
  }
}

/// What is done about findings that can be fixed.
struct FixOptions: ParsableArguments {
  @Flag(help: "Fix what can be fixed without changing what the list says.")
  var fix = false

  @Flag(name: .customLong("unsafe-fixes"), help: "Also apply fixes that may change what the list says.")
  var unsafeFixes = false

  @Flag(help: "Show what fixing would change instead of changing it; the exit status is that of the file as it stands.")
  var diff = false

  /// Whether files are to be changed.
  var writes: Bool { (fix || unsafeFixes) && !diff }
  /// Whether fixes are to be computed.
  var isWanted: Bool { fix || unsafeFixes || diff }
}
