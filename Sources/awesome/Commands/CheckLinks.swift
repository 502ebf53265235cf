import ArgumentParser
import AwesomeList
import Diagnostics
import HTTP
import LinkChecking
import Source

struct CheckLinks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-links",
    abstract: "Check that every link still leads where it should.",
    discussion: """
      To send header fields to a host, such as a token, set the environment variable \(HostHeaders.variable) to one line \
      `HOST NAME: VALUE` for each. They are sent only over HTTPS and to the host's usual port, unless you write the host as \
      http://HOST or with a port.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var links: LinkOptions
  @OptionGroup var records: RecordOptions

  @Option(
    help: ArgumentHelp(
      "Check only links on lines that are new since the merge base with this git revision.", valueName: "rev"))
  var since: String?

  @Flag(help: "Replace the URLs of links that have moved permanently.")
  var fix = false

  @Flag(help: "Print fixes as a diff and write nothing; --fix is implied.")
  var diff = false

  @Flag(help: "Print the URLs that would be requested, and request none.")
  var dump = false

  @Flag(help: "Print a table of the requested hosts to standard error.")
  var statistics = false

  func run() async throws {
    let batch = try await ListFile.read(input.load())
    let files = batch.files
    if files.isEmpty {
      if !dump { try writeEmptyReport() }
      return try batch.end()
    }
    for file in files where file.list.links.isEmpty {
      Console.note("\(file.input.name): no links found; write URLs as Markdown links")
    }
    let options = try links.checkOptions(for: files)
    try records.check(files)
    let record = try records.replayed()
    let collection = LinkCollection(files, options.selection, since: try await LinesSince(since, files))
    let checker = LinkChecker(options: options, curl: links.curlSettings, isRecorded: records.record != nil)
    if dump {
      for url in checker.plan(collection.links) { Console.write(Credentials.hidden(inURL: url).inert + "\n") }
      return try batch.end()
    }
    let result: CheckReport
    if let record {
      result = checker.replay(collection.links, record)
    } else {
      result = await check(collection.links, by: checker)
      try checker.record(of: result).map(records.write)
    }
    if result.noNetwork {
      // A refused link is refused with or without a network.
      if isJSON || result.links.contains(where: { LinkRules.rule(of: $0.verdict)?.defaultSeverity != nil }) {
        _ = try report(result, files, collection.counts)
      }
      throw Failure(
        "no network: no control name resolved, so links without an answer were not checked; run again when online",
        status: .untrustworthy)
    }
    let reports = try report(result, files, collection.counts)
    let status = result.ending == .interrupted ? ExitStatus.interrupted : report.status(of: reports)
    keepUntilExit(checker)
    batch.status(status).endProcess()
  }

  private var isJSON: Bool { report.format.reporter.id == Reporter.json.id }

  /// Writes the report of a run in which no file could be read.
  private func writeEmptyReport() throws {
    if isJSON { Console.write(CheckReport(links: []).json()) } else { try report.write([]) }
  }

  /// Runs the check with a progress bar; Ctrl-C ends it with the results so far.
  private func check(_ links: [LinkToCheck], by checker: LinkChecker) async -> CheckReport {
    let bar = ProgressBar()
    // No request starts before the handler for Ctrl-C is in place.
    let (start, gate) = AsyncStream<Never>.makeStream()
    let task = Task {
      for await _ in start {}
      return await checker.check(links) { progress in
        bar.show(done: progress.checked, of: progress.total, note: progress.text)
      }
    }
    let interruption = Interruption { task.cancel() }
    gate.finish()
    let result = await task.value
    interruption.end()
    bar.end()
    return result
  }

  /// Writes the report and the changes, and prints the notes.
  private func report(_ result: CheckReport, _ files: [ListFile], _ counts: [Int]) throws -> [FileReport] {
    var reports: [FileReport] = []
    var changes: [FileChange] = []
    var fixCount = 0
    let edits = MovedLinkFix.edits(for: result)
    for (file, count) in zip(files, counts) {
      let byRange = Dictionary((edits[file.input.name] ?? []).map { ($0.range, $0) }) { first, _ in first }
      var diagnostics = result.links.flatMap { $0.diagnostics(in: file, edits: byRange) }
      var source = file.source
      if fix || diff {
        let repair = LinkRepair(file, diagnostics)
        changes.append(repair.change)
        fixCount += repair.fixCount
        if !diff, !repair.change.isEmpty {
          diagnostics = repair.remaining
          source = SourceText(utf8: repair.change.new)
        }
      }
      reports.append(
        FileReport(file: file.input.name, source: source, diagnostics: diagnostics, checked: .links(count)))
    }
    if diff {
      for change in changes { change.show(report.colors) }
    } else {
      for change in changes { try change.write() }
      let isTaken = changes.contains { $0.path == nil }
      if isJSON {
        result.writeJSON { piece in
          if isTaken { Console.writeError(piece) } else { Console.write(piece) }
        }
      } else {
        let advice = fix ? Advice() : Advice(fix: SuggestedCommand("check-links").adding("--fix"))
        try report.write(reports, advice: advice, toErrors: isTaken)
      }
    }
    if fix || diff {
      Console.note("\(counted(fixCount, "URL")) \(diff ? "would be replaced" : "replaced")")
    }
    printNotes(result)
    return reports
  }

  /// Lists the links that are blocked or unchecked, and counts the verdicts.
  private func printNotes(_ result: CheckReport) {
    for link in result.links where link.verdict == .blocked || (link.verdict == .unchecked && !result.noNetwork) {
      for place in link.occurrences {
        Console.note("\(place.file):\(place.location.line):\(place.location.column): \(link.sentence)")
      }
    }
    if statistics { Console.writeError(StatisticsTable(result.hosts).text) }
    let summary = result.summary
    let counts = Verdict.allCases.filter { summary[$0] > 0 }.map { "\(summary[$0]) \($0.rawValue)" }
    let ending =
      switch result.ending {
      case .interrupted: "; interrupted"
      case .deadline: "; the deadline passed"
      case .complete, .noNetwork: ""
      }
    Console.note(
      "\(counted(summary.links, "link")): \(counts.isEmpty ? "none" : counts.joined(separator: ", "))\(ending)")
  }
}
