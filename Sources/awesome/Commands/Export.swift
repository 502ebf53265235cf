import ArgumentParser
import Exporting

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a list in another form.",
    discussion: """
      json has everything that the list says; csv has a row an entry; opml is an outline for feed readers and outliners; html is \
      one page with search that needs no other file.
      """)

  @OptionGroup var input: OneInputOptions

  @Option(help: "The form.")
  var format: ExportFormat = .json

  @Flag(help: "Print the JSON Schema of the json form instead.")
  var schema = false

  mutating func validate() throws {
    if schema, format != .json { throw ValidationError("only the json form has a schema") }
  }

  func run() throws {
    if schema {
      Console.write(ListSchema.json)
      return
    }
    let export = ListExport(try ListFile(input.load()).list)
    switch format {
    case .json: Console.write(export.json)
    case .html: Console.write(try export.html())
    case .opml: Console.write(try export.opml())
    case .csv: Console.write(export.csv)
    }
  }
}
