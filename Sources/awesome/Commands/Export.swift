import ArgumentParser
import Diagnostics
import Exporting
import Repository
import SystemPackage

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print a list in another form.",
    discussion: """
      json has everything that the list says; csv has a row an entry; opml is an outline for feed readers and outliners; html is \
      one page with search that needs no other file; atom is a feed of the entries by the date at which git says they came in.
      """)

  @OptionGroup var input: OneInputOptions

  @Option(help: "The form.")
  var format: ExportFormat = .json

  @Flag(help: "Print the JSON Schema of the json form instead.")
  var schema = false

  mutating func validate() throws {
    if schema, format != .json { throw ValidationError("only the json form has a schema") }
  }

  func run() async throws {
    if schema {
      Console.write(ListSchema.json)
      return
    }
    let file = try ListFile(input.load())
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
      throw Failure("\(input.name): a feed has the dates of a file in git; name the file")
    }
    let addresses = export.feedAddresses
    let times: [String: Int]
    do throws(RepositoryError) {
      let repository = try await GitRepository(containing: path.parent.string)
      times = try await repository.additionTimes(of: addresses, in: path.string)
    } catch {
      throw Failure("a feed has the dates at which entries came in, and git does not tell them: \(error)")
    }
    if times.isEmpty {
      throw input.failure("no commit has an entry of the list, so that a feed would be empty; commit it first")
    }
    let left = addresses.count - times.count
    if left > 0 {
      Console.note(
        "\(input.name): \(left == 1 ? "1 entry that is" : "\(left) entries that are") not committed yet \(left == 1 ? "is" : "are") left out"
      )
    }
    return try export.atom(times: times)
  }
}

/// The data that a list can be printed as.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case json
  case html
  case atom
  case opml
  case csv
}
