import ArgumentParser
import Diagnostics
import JSON
import Linting

/// A command as its help describes it: the manual pages and the completions are made of it.
struct CommandModel {
  let name: String
  let abstract: String
  /// The paragraphs of the help, without the examples.
  let text: String
  let examples: [(command: String, effect: String)]
  let arguments: [ArgumentModel]
  let subcommands: [CommandModel]

  /// The program with its commands.
  static func program() throws(Failure) -> CommandModel {
    guard let dump = try? JSONValue(parsing: Array(Awesome._dumpHelp().utf8)), let command = dump["command"] else {
      throw Failure("the help of this program cannot be read; report it at \(Awesome.projectURL)")
    }
    return CommandModel(command)
  }

  private init(_ value: JSONValue) {
    let name = value["commandName"]?.string ?? ""
    self.name = name
    abstract = value["abstract"]?.string ?? ""
    (text, examples) = Examples.split(value["discussion"]?.string ?? "")
    let subcommands = (value["subcommands"]?.array ?? []).filter { $0["shouldDisplay"]?.bool != false }
      .map { CommandModel($0) }
    let arguments = (value["arguments"]?.array ?? []).filter { $0["shouldDisplay"]?.bool != false }
      .map { ArgumentModel($0, of: name) }
    self.subcommands = subcommands
    // A command of commands has one page and one set of completions for all of them.
    let isProgram = name == Awesome.configuration.commandName
    let further = subcommands.filter { $0.name != "help" }
    self.arguments = arguments + (isProgram ? [] : Self.arguments(of: further, besides: arguments))
  }

  /// The arguments of the commands of a command: their names, then every option once.
  private static func arguments(of commands: [CommandModel], besides own: [ArgumentModel]) -> [ArgumentModel] {
    if commands.isEmpty { return [] }
    var known = Set(own.map(\.names))
    let options = commands.flatMap(\.options).filter { known.insert($0.names).inserted }
    return [ArgumentModel(commands: commands)] + options
  }

  var options: [ArgumentModel] { arguments.filter { !$0.names.isEmpty } }
  var positionals: [ArgumentModel] { arguments.filter(\.names.isEmpty) }
}

/// An argument or option of a command.
struct ArgumentModel {
  /// What a shell offers in place of the value.
  enum Completion {
    case nothing
    case files
    case folders
    case words([String])
    /// Words separated by commas.
    case list([String])
  }

  /// The names with their dashes; empty for an argument without a name.
  let names: [String]
  /// The value's name; nil for a flag.
  let valueName: String?
  let isRepeating: Bool
  let isOptional: Bool
  /// The title of the group; nil for the last one.
  let section: String?
  /// What it does, with the default where the text has it.
  let abstract: String
  let values: [String]
  let defaultValue: String?
  let completion: Completion

  fileprivate init(_ value: JSONValue, of command: String) {
    names = (value["names"]?.array ?? []).map { name in
      (name["kind"]?.string == "long" ? "--" : "-") + (name["name"]?.string ?? "")
    }
    valueName = value["kind"]?.string == "flag" ? nil : value["valueName"]?.string
    isRepeating = value["isRepeating"]?.bool ?? false
    isOptional = value["isOptional"]?.bool ?? false
    section = value["sectionTitle"]?.string
    abstract = value["abstract"]?.string ?? ""
    values = (value["allValues"]?.array ?? []).compactMap(\.string)
    defaultValue = value["defaultValue"]?.string
    let kind = value["completionKind"]
    let words = (kind?["list"]?["values"]?.array ?? []).compactMap(\.string)
    completion =
      switch valueName {
      case "ids": .list(command == "check-links" ? LinkRules.all.map(\.id) : Rule.names)
      case "id": .words(RuleCatalogue.names)
      case "command", "subcommands": .words(Awesome.all.map { $0._commandName })
      default:
        if kind?["file"] != nil {
          .files
        } else if kind?["directory"] != nil {
          .folders
        } else {
          values.isEmpty ? words.isEmpty ? .nothing : .words(words) : .words(values)
        }
      }
  }

  /// The argument that names one of some commands.
  fileprivate init(commands: [CommandModel]) {
    (names, valueName, isRepeating, isOptional, section) = ([], "command", false, false, nil)
    (abstract, values, defaultValue) = ("Command to run.", commands.map(\.name), nil)
    completion = .words(commands.map(\.name))
  }

  /// The text of the help: what it does, its values, its default.
  var description: String {
    let values = values.isEmpty ? "" : "values: " + values.joined(separator: ", ")
    let ends = [values, defaultValue.map { "default: \($0)" } ?? ""].filter { !$0.isEmpty }
    return abstract + (ends.isEmpty ? "" : " (\(ends.joined(separator: "; ")))")
  }
}
