import ArgumentParser
import Testing

@testable import awesome

/// The help of each command, and the texts that are made of it.
@Suite struct HelpTests {
  static let commands = UsageTests.commands.dropFirst()

  @Test(arguments: UsageTests.commands) func helpHasThreeExamplesThatParse(command: String) throws {
    let help = try Sandbox().run(command == "awesome" ? ["--help"] : [command, "--help"]).output
    let match = help.firstMatch(of: #/\nEXAMPLES:\n((?s:.*?))\n\nUSAGE:/#)
    let section = try #require(match).1
    let lines = section.split(separator: "\n")
    #expect(lines.count >= 6 && lines.allSatisfy { $0.count <= 80 })
    for (index, line) in lines.enumerated() {
      guard index % 2 == 0 else {
        #expect(line.hasPrefix("      ") && line.hasSuffix("."))
        continue
      }
      // What a shell makes of the line: the words before a pipe, a redirection or another command.
      let start = try #require(line.firstRange(of: "awesome ")).upperBound
      let words = line[start...].split(separator: " ").prefix { !["|", ">", "&&"].contains($0) }
        .map { $0.hasSuffix(")") ? String($0.dropLast()) : String($0) }
      #expect(command == "awesome" || words.first == command)
      #expect(throws: Never.self, "\(line)") { try Self.parse(words) }
    }
  }

  /// Parses a command line; the page of help is what its command gives.
  private static func parse(_ words: [String]) throws {
    if words.first != "help" { _ = try Awesome.parseAsRoot(words) }
  }

  @Test(arguments: commands) func everyOptionWithAValueHasItsDefault(command: String) throws {
    for option in try Self.model(command).options where option.valueName != nil && option.isOptional {
      #expect(option.description.contains("default: "), "\(command) \(option.names)")
    }
  }

  @Test(arguments: commands) func optionsAreInGroups(command: String) throws {
    let ungrouped = try Self.model(command).options.filter { $0.section == nil }.flatMap(\.names)
    #expect(ungrouped == ["--version", "-h", "--help"])
  }

  @Test func theHelpOfEachCommandIsTested() {
    #expect(Set(Awesome.all.map { $0._commandName }) == Set(Self.commands))
  }

  static func model(_ command: String) throws -> CommandModel {
    try #require(try CommandModel.program().subcommands.first { $0.name == command })
  }
}
