import ArgumentParser
import AwesomeList
import Diagnostics
import HTTP
import JSON
import LinkChecking
import Source

struct CheckLinks: AsyncParsableCommand, ReadsFiles {
  static let configuration = CommandConfiguration(
    commandName: "check-links",
    abstract: "Check that every link still leads where it should.",
    discussion: Examples.added(
      [
        "awesome check-links": "Check the links of the list of this folder.",
        "awesome check-links --since origin/main": "Check the links that a branch adds.",
        "awesome check-links --fix --diff": "Show which URLs would be replaced.",
        "awesome check-links --state links.jsonl": "Fail only for links that fail night after night.",
      ],
      to: """
        To send header fields to a host, such as a token, set the environment variable \(HostHeaders.variable) to one line \
        `HOST NAME: VALUE` for each. They are sent only over HTTPS and to the host's usual port, unless you write the host as \
        http://HOST or with a port.
        """))

  @OptionGroup(title: "Links") var links: LinkSelectionOptions
  @OptionGroup(title: "Rules") var rules: LinkRuleOptions
  @OptionGroup(title: "Fixes") var fixes: LinkFixOptions
  @OptionGroup(title: "Report") var report: ReportOptions
  @OptionGroup(title: "Report") var output: LinkReportOptions
  @OptionGroup(title: "Requests") var requests: RequestOptions
  @OptionGroup(title: "Security") var security: SecurityOptions
  @OptionGroup(title: "Record") var records: RecordOptions
  @OptionGroup(title: "Nights") var nights: NightlyOptions
  @OptionGroup var input: InputOptions

  var fileNames: [String] {
    get { input.files }
    set { input.files = newValue }
  }

  func run() async throws {
    // With --since the configuration is that of the merge base: no change decides how it is checked.
    let batch = try await ListFile.read(input.load(since: links.since))
    let files = batch.files
    if files.isEmpty {
      if links.dump { printPlan([]) } else { try writeEmptyReport() }
      return try batch.end()
    }
    noteEmpty(files.filter(\.list.links.isEmpty).map(\.input.name))
    try records.check(files)
    let record = try records.replayed()
    let lines = try await LinesSince(links.since, files)
    let configurations = files.map(\.input.configuration)
    let options = try options(for: configurations.map(\.checkLinks))
    // A run of a change is no night: its links are new, and fail at once.
    let collection = LinkCollection(files, options.selection, since: lines)
    let empty = emptySelection(collection, options.selection, configurations)
    let nightly = lines == nil && !links.dump && empty == nil ? try NightlyRun(nights) : nil
    let toCheck = nightly?.selected(collection.links) ?? collection.links
    let isConnecting = record == nil && !links.dump && !options.isOffline && !toCheck.isEmpty
    let checker = LinkChecker(
      options: options, curl: try security.curlSettings(isConnecting: isConnecting), isRecorded: records.record != nil)
    if links.dump {
      printPlan(checker.plan(collection.links))
      return try batch.end()
    }
    var result: CheckReport
    if let record {
      result = checker.replay(toCheck, record, conclude: nightly?.conclude)
    } else {
      result = await check(toCheck, by: checker, nightly)
      try checker.record(of: result).map(records.write)
    }
    result = nightly?.completed(result) ?? result
    // Without a network there is no night either; the sentence about that comes below.
    let night = Result { try nightly?.finish(result) }
    for index in result.links.indices { result.links[index].addLikelyMeaning() }
    var run = LinkRun(files: files, lines: lines, empty: empty)
    if let empty {
      result.ending = .excluded
      _ = try report(result, run)
      throw Failure(empty.sentence, status: .untrustworthy)
    }
    if result.noNetwork {
      // A refused link is refused with or without a network.
      if isJSON || result.links.contains(where: { LinkRules.rule(of: $0.verdict)?.defaultSeverity != nil }) {
        _ = try report(result, run)
      }
      throw Failure(
        "no network: no control name resolved, so links without an answer were not checked; run again when online",
        status: .untrustworthy)
    }
    if let nightly, let state = try night.get() {
      run.freshCount = nightly.freshCount(result)
      run.history = LinkFindings(
        state, result, thresholds: thresholds(of: configurations), isOutcome: nightly.isOutcome)
    }
    let reports = try report(result, run)
    if !requests.offline { printPatternNotes(result, configurations) }
    let onlyWrites = nightly != nil && nights.outcomes != nil && nights.state == nil
    let found = onlyWrites ? ExitStatus.clean : report.status(of: reports)
    let status = result.ending == .interrupted ? ExitStatus.interrupted : found
    keepUntilExit(checker)
    batch.status(status).endProcess()
  }

  /// Notes the files without links; many of them in one line.
  private func noteEmpty(_ names: [String]) {
    if names.count <= 3 {
      for name in names { Console.note("\(name): no links found; write URLs as Markdown links") }
    } else {
      let shown = names.prefix(3).joined(separator: ", ")
      Console.note("no links found in \(names.count) files, such as \(shown); write URLs as Markdown links")
    }
  }

  /// Prints the patterns that fit no link.
  private func printPatternNotes(_ result: CheckReport, _ configurations: [Configuration]) {
    let isPlain = configurations.allSatisfy { $0.checkLinks.hasNoPatterns }
    if isPlain, links.exclude.isEmpty, links.include.isEmpty { return }
    let notes = LinkPatternNotes(result)
    let texts =
      notes.texts(configurations, of: configurations.count) + notes.texts(links.exclude, option: "--exclude")
      + notes.texts(links.include, option: "--include")
    texts.forEach(Console.note)
  }

  private var isJSON: Bool { report.format.reporter.id == Reporter.json.id }

  /// Prints the URLs that a run would request, as lines or as a JSON array.
  private func printPlan(_ urls: [String]) {
    let urls = urls.map { Credentials.hidden(inURL: $0) }
    if isJSON {
      Console.write(JSONValue.array(urls.map { .string($0) }).text)
    } else {
      Console.write(urls.map { $0.inert + "\n" }.joined())
    }
  }

  /// Writes the report of a run in which no file could be read.
  private func writeEmptyReport() throws {
    if isJSON { Console.write(CheckReport(links: []).json()) } else { try report.write([], of: Self._commandName) }
  }

  /// Runs the check with a progress bar; Ctrl-C ends it with the results so far.
  private func check(_ links: [LinkToCheck], by checker: LinkChecker, _ nightly: NightlyRun?) async -> CheckReport {
    let bar = ProgressBar(report.colors.choice)
    // No request starts before the handler for Ctrl-C is in place.
    let (start, gate) = AsyncStream<Never>.makeStream()
    let task = Task {
      for await _ in start {}
      return await checker.check(
        links, progress: bar.isShown ? { @Sendable in bar.update($0) } : nil, conclude: nightly?.conclude)
    }
    let interruption = Interruption { task.cancel() }
    let drawing = Task { await bar.draw() }
    gate.finish()
    let result = await task.value
    interruption.end()
    drawing.cancel()
    bar.end()
    return result
  }

  /// Writes the report and the changes.
  private func report(_ result: CheckReport, _ run: LinkRun) throws -> [FileReport] {
    var reports: [FileReport] = []
    var changes: [FileChange] = []
    var fixCount = 0
    let edits = MovedLinkFix.edits(for: result)
    // A link of several files counts in its first, so that the sum is the number of links.
    let counts = Dictionary(result.links.map { ($0.occurrences.first?.file, 1) }, uniquingKeysWith: +)
    var reported: Set<LinkSummary.Finding> = []
    for (index, file) in run.files.enumerated() {
      let own = (edits[file.input.name] ?? []).map { file.isTranscoded ? $0 : $0.withReferences(as: file.source) }
      let byRange = Dictionary(own.map { ($0.range, $0) }) { first, _ in first }
      var found = result.links.flatMap { $0.diagnostics(in: file, edits: byRange) }
      if let empty = run.empty, let first = file.list.links.first { found.append(empty.diagnostic(at: first.range)) }
      var diagnostics = rules.apply(to: found, in: file)
      reported.formUnion(diagnostics.map { LinkSummary.Finding($0, in: file.input.name) })
      if let history = run.history { diagnostics = history.applied(to: diagnostics, in: file.input.name) }
      diagnostics += run.newComments(in: index)
      var source = file.source
      if fixes.isWanted {
        let repair = LinkRepair(file, diagnostics)
        changes.append(repair.change)
        fixCount += repair.fixCount
        if !fixes.diff, !repair.change.isEmpty {
          diagnostics = repair.remaining
          source = SourceText(utf8: repair.change.new)
        }
      }
      reports.append(
        FileReport(
          file: file.input.name, source: source, diagnostics: diagnostics, checked: .links(counts[file.input.name] ?? 0)
        ))
    }
    let replaced = "\(counted(fixCount, "URL")) \(fixes.diff ? "would be replaced" : "replaced")"
    let summary = LinkSummary(result, isVerbose: output.verbose, reported: reported)
      .lines(hasTotal: fixes.diff || !report.format.reporter.showsRemarks)
    let fresh =
      "\(counted(run.freshCount, "link")) not requested: fine for 30 days, and within \(nights.fresh?.text ?? "")"
    let remarks = (fixes.isWanted ? [replaced] : []) + summary + (run.freshCount > 0 ? [fresh] : [])
    try write(result, reports, changes, remarks: remarks)
    if output.statistics { Console.writeError(StatisticsTable(result.hosts).text) }
    return reports
  }

  private func write(
    _ result: CheckReport, _ reports: [FileReport], _ changes: [FileChange], remarks: [String]
  ) throws {
    if fixes.diff {
      for change in changes { change.show(report.colors) }
      remarks.forEach(Console.note)
      return
    }
    for change in changes { try change.write() }
    // Standard output has the fixed text of standard input, so the report goes to standard error.
    let isTaken = changes.contains { $0.path == nil }
    if isJSON {
      result.writeJSON { piece in
        if isTaken { Console.writeError(piece) } else { Console.write(piece) }
      }
      remarks.forEach(Console.note)
    } else {
      let advice = Advice(
        fix: fixes.fix ? nil : SuggestedCommand("check-links").adding("--fix"), explanation: "awesome rules ID")
      try report.write(reports, of: Self._commandName, advice: advice, remarks: remarks, toErrors: isTaken)
    }
  }
}

/// What happens to links that have moved.
struct LinkFixOptions: ParsableArguments {
  @Flag(help: "Replace the URLs of links that have moved permanently.")
  var fix = false

  @Flag(help: "Print fixes as a diff and write nothing; --fix is implied.")
  var diff = false

  /// Whether fixes are computed.
  var isWanted: Bool { fix || diff }
}

/// What the report of check-links has besides the findings.
struct LinkReportOptions: ParsableArguments {
  @Flag(help: "List the links that are blocked, unchecked or excluded too.")
  var verbose = false

  @Flag(help: "Print a table of the requested hosts to standard error.")
  var statistics = false
}
