import ArgumentParser
import Exporting

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print a list's sections and entries as data.")

  @OptionGroup var input: OneInputOptions

  @Option(help: "The format of the data.")
  var format: ExportFormat = .json

  @Flag(help: "Print the schema of the data instead.")
  var schema = false

  func run() throws {
    if schema {
      switch format {
      case .json: Console.write(ListSchema.json)
      }
      return
    }
    let file = try ListFile(input.load())
    switch format {
    case .json: Console.write(ListExport(file.list).json)
    }
  }
}
