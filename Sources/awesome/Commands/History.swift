import ArgumentParser
import Diagnostics
import LinkHistory
import Source
import SystemPackage

struct History: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Add the outcomes of nights to a state, and report on it.",
    discussion: Examples.added(
      [
        "awesome history fold --state links.jsonl a.jsonl b.jsonl": "Add the outcomes of two shards.",
        "awesome history report --state links.jsonl": "Print what there is to do.",
        "awesome history page --state links.jsonl --output links.html": "Write a page about the nights.",
      ], to: "The state is the file that check-links --state writes."),
    subcommands: [HistoryFold.self, HistoryReportCommand.self, HistoryShow.self, HistoryPageCommand.self])
}

/// The state of a command.
struct StateOptions: ParsableArguments {
  @Option(help: ArgumentHelp("File of the state; required.", valueName: "file"), completion: .file())
  var state: String

  var file: StateFile { StateFile(name: state) }
}

struct HistoryFold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fold",
    abstract: "Add the outcomes of one or more nights to a state.",
    discussion: Examples.added(
      ["awesome history fold --state links.jsonl a.jsonl b.jsonl": "Add the outcomes of two shards."],
      to: """
        The files are those that check-links --outcomes writes; their order is of no importance. Give all shards of a night \
        at once: it is checked as a whole whether it can be trusted.
        """))

  @OptionGroup(title: "State") var state: StateOptions

  @Argument(help: ArgumentHelp("Files of outcomes; - is standard input.", valueName: "outcomes"), completion: .file())
  var outcomes: [String]

  func run() throws {
    let file = state.file
    try file.lock()
    var known = try file.read()
    let nights = try OutcomeFiles(outcomes).nights()
    var distrusted: [String] = []
    for night in nights {
      if let missing = night.missingShards { Console.note("\(file.name): \(night.date): \(missing)") }
      let (next, distrust) = try file.fold(night, into: known, seconds: nil)
      known = next
      if let distrust {
        distrusted.append(file.sentence(distrust, on: night.date))
      } else {
        Console.note("\(file.name): \(night.date): \(counted(night.counts.values.reduce(0, +), "link")) added")
      }
    }
    if nights.isEmpty { Console.note("no outcomes to add; the state stays as it was") }
    if !distrusted.isEmpty { throw Failure(distrusted, status: .untrustworthy) }
  }
}

struct HistoryReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print what there is to do about the links in trouble.",
    discussion: Examples.added(
      [
        "awesome history report --state links.jsonl": "Print the links that moved, and those that fail.",
        "awesome history report --state links.jsonl awesome.md": "Print where they are in a list, too.",
        "awesome history report --state links.jsonl --all": "Print them even if the last night changed nothing.",
      ],
      to: """
        A night that changed nothing is one line, unless you add --all; JSON has everything. With a list, the report in Markdown has \
        a patch with the new addresses. The exit status is 0, whatever there is to do.
        """))

  @OptionGroup(title: "State") var state: StateOptions

  @OptionGroup(title: "Report") var output: HistoryReportOptions

  @Argument(
    help: ArgumentHelp("List whose links are reported, with their places; default: all links.", valueName: "list"),
    completion: .file())
  var list: String?

  @OptionGroup(title: "Input") var standardInput: StandardInputOptions

  @OptionGroup(title: "Input") var configuration: ConfigurationOptions

  mutating func validate() throws {
    if list != nil, output.defaultList {
      throw ValidationError("--default-list takes the place of the list; leave one out")
    }
  }

  func run() throws {
    let known = try state.file.read(mustExist: true)
    let loader = InputLoader(standardInput: standardInput, configuration: configuration)
    let places = list != nil || output.defaultList ? try LinkPlaces(loader.loadOne(list)) : nil
    let folder = list.map { FilePath($0).parent } ?? .here
    let settings = try places?.configuration ?? configuration.load(for: folder)
    let report = HistoryReport(
      known, log: state.file.readLog(), thresholds: settings.checkLinks.thresholds ?? Thresholds()
    ) { places?.contains($0) ?? true }
    Console.write(text(of: report, places))
  }

  private func text(of report: HistoryReport, _ places: LinkPlaces?) -> String {
    let find = { (url: String) in places?[url] ?? [] }
    let text = HistoryText(report: report, places: find, isWhole: output.all)
    switch output.format {
    case .json: return report.json(places: find)
    case .text: return output.news ? text.news : text.text
    case .markdown:
      let moved = report.moved.compactMap { link in link.target.map { (link.url, $0) } }
      let markdown = HistoryMarkdown(content: text, patch: output.news ? "" : places?.patch(moved) ?? "")
      return output.news ? markdown.news : markdown.text
    }
  }
}

/// The form of a report.
struct HistoryReportOptions: ParsableArguments {
  @Option(help: "Format of the report.")
  var format: HistoryFormat = .text

  @Flag(help: "List all links in trouble, even if the last night changed nothing.")
  var all = false

  @Flag(help: "Print only what the last night changed, and nothing where that can wait.")
  var news = false

  @Flag(name: .customLong("default-list"), help: "Report the links of the list that a run without names reads.")
  var defaultList = false

  mutating func validate() throws {
    if news, format == .json { throw ValidationError("JSON always has the news; leave out --news") }
    if news, all { throw ValidationError("--news and --all exclude each other") }
  }
}

/// The formats of a report.
enum HistoryFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case markdown
  case json
}

struct HistoryShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print what is known of one link.",
    discussion: Examples.added([
      "awesome history show --state links.jsonl https://example.com/": "Print the nights on which a link failed."
    ]))

  @OptionGroup(title: "State") var state: StateOptions

  @Argument(help: ArgumentHelp("URL as the list has it.", valueName: "url"))
  var url: String

  @OptionGroup(title: "Input") var configuration: ConfigurationOptions

  func run() throws {
    let known = try state.file.read(mustExist: true)
    let thresholds = try configuration.load(for: .here).checkLinks.thresholds ?? Thresholds()
    let url = Credentials.hidden(inURL: url)
    guard let link = known[url] else {
      let nights = known.nights.last.map { "; the last night was \($0)" } ?? "; there was no night yet"
      Console.write("\(url.inert): nothing to report\(nights)\n")
      return
    }
    Console.write(LinkFacts(link: link, thresholds: thresholds).details)
  }
}
