/// The manual page of a command, in the macros of man(7).
struct ManualPage {
  /// The page's name without its section, as in `awesome-lint`.
  let name: String
  let text: String

  /// The pages of the program and of each command.
  static func all() throws(Failure) -> [ManualPage] {
    let program = try CommandModel.program()
    // The library adds `help`, whose page would be about the pages.
    let commands = program.subcommands.filter { $0.name != "help" }
    return [ManualPage(program, words: [program.name], commands: commands)]
      + commands.map { ManualPage($0, words: [program.name, $0.name]) }
  }

  private init(_ command: CommandModel, words: [String], commands: [CommandModel] = []) {
    name = words.joined(separator: "-")
    var lines = [
      ".TH \(Self.escaped(name.uppercased())) 1 \(Awesome.releaseDate) \"awesome \(Awesome.version)\"",
      ".SH NAME", "\(Self.escaped(name)) \\- \(Self.escaped(Self.clause(command.abstract)))",
      ".SH SYNOPSIS", Self.synopsis(command, words),
    ]
    let paragraphs = command.text.split(separator: "\n").map(String.init)
    if !paragraphs.isEmpty { lines += [".SH DESCRIPTION"] + Self.paragraphs(paragraphs) }
    let listed = command.subcommands.filter { $0.name != "help" }
    if !listed.isEmpty {
      lines.append(".SH COMMANDS")
      for other in listed { lines += [".TP", ".B \(Self.escaped(other.name))"] + Self.sentences(other.abstract) }
    }
    lines += Self.section("ARGUMENTS", listed.isEmpty ? command.positionals : []) + Self.options(command.options)
    lines += [".SH EXIT STATUS"] + Self.sentences(Awesome.exitStatuses)
    if !command.examples.isEmpty { lines.append(".SH EXAMPLES") }
    for example in command.examples {
      lines += [".TP", ".B \(Self.escaped(example.command))"] + Self.sentences(example.effect)
    }
    lines += [".SH SEE ALSO"] + Self.seeAlso(words, commands) + [".PP", Self.escaped(Awesome.projectURL)]
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func synopsis(_ command: CommandModel, _ words: [String]) -> String {
    var parts = ["\\fB\(escaped(words.joined(separator: " ")))\\fR"]
    if !command.options.isEmpty { parts.append("[\\fIoptions\\fR]") }
    if !command.subcommands.isEmpty, command.positionals.isEmpty { parts.append("\\fIcommand\\fR") }
    for argument in command.positionals {
      let value = "\\fI\(escaped(argument.valueName ?? ""))\\fR" + (argument.isRepeating ? " ..." : "")
      parts.append(argument.isOptional ? "[\(value)]" : value)
    }
    return parts.joined(separator: " ")
  }

  /// The options in their groups; those without a title come last, as in the help.
  private static func options(_ options: [ArgumentModel]) -> [String] {
    var titles: [String] = []
    for title in options.compactMap(\.section) where !titles.contains(title) { titles.append(title) }
    let groups = titles.map { title in section(title, options.filter { $0.section == title }, isGroup: true) }
    let others = section("Other options", options.filter { $0.section == nil }, isGroup: !titles.isEmpty)
    return [".SH OPTIONS"] + groups.flatMap(\.self) + (titles.isEmpty ? Array(others.dropFirst()) : others)
  }

  private static func section(_ title: String, _ arguments: [ArgumentModel], isGroup: Bool = false) -> [String] {
    guard !arguments.isEmpty else { return [] }
    return ["\(isGroup ? ".SS" : ".SH") \(escaped(title))"]
      + arguments.flatMap { argument in
        let names = argument.names.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
        let value = argument.valueName.map { "\\fI\(escaped($0))\\fR" }
        return [".TP", [names, value ?? ""].filter { !$0.isEmpty }.joined(separator: " ")]
          + sentences(argument.description)
      }
  }

  private static func seeAlso(_ words: [String], _ commands: [CommandModel]) -> [String] {
    let names = commands.isEmpty ? Array(words.prefix(1)) : commands.map { "\(words[0])-\($0.name)" }
    return names.enumerated().map { ".BR \(escaped($1)) (1)" + ($0 < names.count - 1 ? "," : "") }
  }

  private static func paragraphs(_ texts: [String]) -> [String] {
    texts.enumerated().flatMap { ($0 == 0 ? [] : [".PP"]) + sentences($1) }
  }

  /// A line for each sentence, by which roff sees its end.
  private static func sentences(_ text: String) -> [String] {
    text.replacing(". ", with: ".\n").split(separator: "\n").map { escaped(String($0)) }
  }

  /// An abstract without its capital letter and its full stop, as NAME has it.
  private static func clause(_ text: String) -> String {
    let text = text.hasSuffix(".") ? text.dropLast() : text[...]
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// A text that roff shows as it is, in ASCII.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "\"": escaped += "\\(dq"
      case ".": escaped += escaped.isEmpty ? "\\&." : "."
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default: escaped += "\\[u\(Self.hexadecimal(scalar))]"
      }
    }
    return escaped
  }

  /// At least four digits, as roff wants them.
  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
