import ArgumentParser
import AwesomeList
import Diagnostics
import Exporting
import Repository
import Source
import SystemPackage

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print a list as JSON, HTML, Atom, OPML or CSV.",
    discussion: Examples.added(
      [
        "awesome export > list.json": "Write the whole list as JSON.",
        "awesome export --format html > index.html": "Write a page with search.",
        "awesome export --format csv list.md": "Print one row for each entry of a file.",
      ],
      to: """
        json has the whole list, with its prose; csv has one row for each entry; opml is an outline for feed readers; html is \
        one self-contained page with search; atom is a feed of the entries by the date of the commit that added them. \
        Nested entries count as entries in every format.
        """))

  @OptionGroup(title: "Output") var output: ExportOutputOptions
  @OptionGroup var input: OneInputOptions

  func run() async throws {
    if output.schema {
      Console.write(ListSchema.json)
      return
    }
    let file = try ListFile(input.load())
    file.printNoEntries()
    let list = file.list
    switch output.format {
    case .json: Console.write(ListExport(list).json)
    case .html: Console.write(ListExport(list, origin: try await ListOrigin(of: file.input)).html)
    case .atom: Console.write(try await feed(of: file))
    case .opml: Console.write(try ListExport(list).opml())
    case .csv: Console.write(ListExport(list).csv)
    }
    if !list.entries.isEmpty {
      Console.note("\(file.input.name): \(counted(list.entries.count, "entry", "entries"))")
    }
  }

  private func feed(of file: ListFile) async throws -> String {
    let input = file.input
    guard let path = input.path?.resolved else {
      throw Failure("\(input.name): an Atom feed takes its dates from git; name a file in a repository")
    }
    let export = ListExport(file.list, origin: try await ListOrigin(of: input))
    let addresses = export.feedAddresses
    if addresses.isEmpty {
      throw input.failure("no entry has a web address, so the feed would be empty; link entries to https: addresses")
    }
    let times: [String: Int]
    do throws(RepositoryError) {
      let repository = try await GitRepository(containing: path.parent.string)
      times = try await repository.additionTimes(of: addresses, in: path.string)
    } catch {
      throw Failure("the dates of the entries cannot be read from git: \(error)")
    }
    if times.isEmpty {
      throw input.failure("no entry is committed, so the feed would be empty; commit the list first")
    }
    printLeftOut(file.list.entries.count - addresses.count, "no web address, or that of another entry", input)
    printLeftOut(addresses.count - times.count, "not committed yet", input)
    return try export.atom(times: times)
  }

  private func printLeftOut(_ count: Int, _ reason: String, _ input: InputFile) {
    if count > 0 { Console.note("\(input.name): \(counted(count, "entry", "entries")) left out: \(reason)") }
  }
}

/// What is printed.
struct ExportOutputOptions: ParsableArguments {
  @Option(help: "Format of the output.")
  var format: ExportFormat = .json

  @Flag(help: "Print the JSON Schema of the json format instead.")
  var schema = false

  mutating func validate() throws {
    if schema, format != .json { throw ValidationError("--schema works only with --format json") }
  }
}

/// The formats of an exported list.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case json
  case html
  case atom
  case opml
  case csv
}
