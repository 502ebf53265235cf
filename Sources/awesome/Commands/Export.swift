import ArgumentParser
import Diagnostics
import Exporting
import Repository
import Source
import SystemPackage

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print a list as JSON, HTML, Atom, OPML or CSV.",
    discussion: """
      json has everything in the list; csv has one row for each entry; opml is an outline for feed readers; html is one \
      self-contained page with search; atom is a feed of the entries by the date of the commit that added them.
      """)

  @OptionGroup var input: OneInputOptions

  @Option(help: "Format of the output.")
  var format: ExportFormat = .json

  @Flag(help: "Print the JSON Schema of the json format instead.")
  var schema = false

  mutating func validate() throws {
    if schema, format != .json { throw ValidationError("--schema works only with --format json") }
  }

  func run() async throws {
    if schema {
      Console.write(ListSchema.json)
      return
    }
    let file = try ListFile(input.load())
    file.printNoEntries()
    let export = ListExport(file.list)
    switch format {
    case .json: Console.write(export.json)
    case .html: Console.write(try export.html())
    case .atom: Console.write(try await feed(of: export, file.input))
    case .opml: Console.write(try export.opml())
    case .csv: Console.write(export.csv)
    }
  }

  private func feed(of export: ListExport, _ input: InputFile) async throws -> String {
    guard let path = input.path?.resolved else {
      throw Failure("\(input.name): an Atom feed takes its dates from git; name a file in a repository")
    }
    let addresses = export.feedAddresses
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
    let left = addresses.count - times.count
    if left > 0 {
      Console.note(
        "\(input.name): \(counted(left, "entry", "entries")) left out: not committed yet"
      )
    }
    return try export.atom(times: times)
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
