import ArgumentParser
import Diagnostics
import Linting
import Source

struct Lint: AsyncParsableCommand, ReadsFiles {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find problems in lists and fix them.",
    discussion: Examples.added([
      "awesome lint": "Report the findings in the list of this folder.",
      "awesome lint --fix --diff": "Show the changes that the safe fixes would make.",
      "awesome lint --since origin/main --format github": "Annotate the lines that a pull request makes worse.",
    ]))

  @OptionGroup(title: "Rules") var rules: RuleSelectionOptions
  @OptionGroup(title: "Rules") var since: SinceOption
  @OptionGroup(title: "Fixes") var fix: FixOptions
  @OptionGroup(title: "Report") var report: ReportOptions
  @OptionGroup(title: "Report") var output: LintReportOptions
  @OptionGroup var input: InputOptions

  var fileNames: [String] {
    get { input.files }
    set { input.files = newValue }
  }

  func run() async throws {
    let batch = try await ListFile.read(input.load())
    let files = batch.files
    let baselines = try await since.baselines(of: files.map(\.input))
    let linter = FileLinter(rules: rules, fix: fix, hidesWarnings: output.quiet && !report.failureLevel.fails(.warning))
    let entries = files.count > 1 ? EntryRegister(files.map { ($0.input.name, $0.list) }) : nil
    let linted = try await batch.map { file, position throws(Failure) in
      let environment = ListEnvironment(of: file, entries: entries, position: position)
      return (file.input, try linter.lint(file, in: environment, since: baselines[position]))
    }
    var repositoryFindings = RepositoryFindings()
    let results = linted.files.map { input, result in
      var result = result
      repositoryFindings.removeKnown(from: &result, of: input)
      return result
    }
    if fix.diff {
      for result in results { result.change?.show(report.colors) }
    } else {
      let changes = results.compactMap(\.change)
      for change in changes { try change.write() }
      // Standard output has the fixed text of standard input, so the report goes to standard error.
      try report.write(
        results.map(\.report), of: Self._commandName, advice: advice, toErrors: changes.contains { $0.path == nil })
    }
    reportFixes(results)
    if !output.quiet { SectionNotes(files).texts.forEach(Console.note) }
    if output.statistics { printStatistics(results) }
    keepUntilExit(files)
    keepUntilExit(results)
    linted.status(report.status(of: results.map(\.report))).endProcess()
  }

  /// What to do next; fixes that were applied are not offered again, and who wants quiet knows.
  private var advice: Advice {
    if output.quiet { return Advice() }
    let command = SuggestedCommand("lint")
    return Advice(
      fix: fix.isWanted ? nil : command.adding("--fix"),
      unsafeFix: fix.unsafeFixes ? nil : command.adding("--unsafe-fixes"), explanation: "awesome rules ID")
  }

  /// One line a rule, the rule with the most findings first.
  private func printStatistics(_ results: [FileLinter.Result]) {
    let counts = Dictionary(results.flatMap(\.report.diagnostics).map { ($0.rule, 1) }, uniquingKeysWith: +)
    for (rule, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      Console.note("\(count) \(rule)")
    }
  }

  private func reportFixes(_ results: [FileLinter.Result]) {
    guard fix.isWanted else { return }
    let count = results.reduce(0) { $0 + $1.fixCount }
    let files = results.count { !($0.change?.isEmpty ?? true) }
    let dropped = results.flatMap(\.droppedRules)
    if !dropped.isEmpty {
      let rules = Set(dropped).sorted().joined(separator: ", ")
      Console.note(
        "\(counted(dropped.count, "fix", "fixes")) left out (\(rules)): more than the finding would change; fix by hand"
      )
    }
    let fixes = "\(counted(count, "fix", "fixes")) in \(counted(files, "file"))"
    guard fix.diff else { return Console.note(count == 0 ? "nothing to fix" : "\(fixes) applied") }
    // The diff replaces the report, so this line is all that is printed about the findings.
    let (found, left) = results.reduce((0, 0)) { ($0.0 + $1.report.diagnostics.count, $0.1 + $1.leftCount) }
    if count == 0 { return Console.note("nothing to fix; \(counted(left, "finding")) would remain") }
    Console.note("\(fixes) would be applied; \(left) of \(counted(found, "finding")) would remain")
  }
}

/// What the report of lint has besides the findings.
struct LintReportOptions: ParsableArguments {
  @Flag(help: "Report only errors, unless --fail-on is warning.")
  var quiet = false

  @Flag(help: "Print the number of findings of each rule to standard error.")
  var statistics = false
}

/// What to do about findings that have a fix.
struct FixOptions: ParsableArguments {
  @Flag(help: "Apply safe fixes, which keep the list's content.")
  var fix = false

  @Flag(name: .customLong("unsafe-fixes"), help: "Apply all fixes, even those that may change the list's content.")
  var unsafeFixes = false

  @Flag(help: "Print fixes as a diff and write nothing; --fix is implied.")
  var diff = false

  /// Whether files are written.
  var writes: Bool { (fix || unsafeFixes) && !diff }
  /// Whether fixes are computed.
  var isWanted: Bool { fix || unsafeFixes || diff }
}
