import ArgumentParser
import LinkHistory
import Markup
import SystemPackage

struct HistoryPageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Write a web page about the health of the links.",
    discussion: Examples.added(
      ["awesome history page --state links.jsonl --output links.html": "Write the page, and open it in a browser."],
      to: """
        The page has the number of links in trouble night by night, the worst hosts, and each link in trouble with its nights. It \
        loads nothing from elsewhere.
        """))

  @OptionGroup(title: "State") var state: StateOptions

  @OptionGroup(title: "Output") var page: HistoryPageOptions

  @OptionGroup(title: "Input") var configuration: ConfigurationOptions

  func run() throws {
    let file = state.file
    let known = try file.read(mustExist: true)
    let thresholds = try configuration.load(for: .here).checkLinks.thresholds ?? Thresholds()
    let log = file.readLog()
    let report = HistoryReport(known, log: log, thresholds: thresholds)
    let bytes = Array(HistoryPage(report, known, log: log).html.text.utf8)
    if page.output == "-" { return Console.write(bytes) }
    do throws(FileError) {
      try AtomicFile.write(bytes, to: FilePath(page.output))
    } catch {
      throw Failure(error.description)
    }
  }
}

/// Where the page goes.
struct HistoryPageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("File of the page; - is standard output; required.", valueName: "page"), completion: .file())
  var output: String
}
