import Foundation
import TestSupport
import Testing

/// Runs with so many names that the argument parser does not see them.
@Suite struct FileArgumentsTests {
  private static let names = (0..<300).map { "list\($0).md" }

  private func sandbox() throws -> Sandbox {
    try Sandbox(
      Dictionary(
        uniqueKeysWithValues: Self.names.map {
          ($0, "# Awesome Kites\n\n## Reels\n\n- [\($0)](https://\($0).example) - text.\n")
        }))
  }

  private func files(_ output: String) -> [String] {
    output.split(separator: "\n").filter { $0.contains("description-case") }.map { String($0.prefix { $0 != ":" }) }
  }

  @Test(arguments: [["--format", "concise"], ["--color=never", "--format=concise"]])
  func optionsMayComeBeforeAndAfter(_ options: [String]) throws {
    let sandbox = try sandbox()
    let rules = ["--preset", "strict", "--select", "description-case"]
    for arguments in [options + rules + Self.names, Self.names + options + rules, options + Self.names + rules] {
      let outcome = try sandbox.run(["lint"] + arguments)
      let isWhole = files(outcome.output) == Self.names
      #expect(isWhole)
      #expect(outcome.errors == "")
      #expect(outcome.status == 1)
    }
  }

  @Test func theOrderIsThatOfTheNames() throws {
    let sandbox = try sandbox()
    let names = Array(Self.names.reversed())
    let outcome = try sandbox.run(
      ["lint", "--select", "description-case", "--preset", "strict"] + names.prefix(250) + ["--format", "concise"]
        + names.dropFirst(250))
    let isOrdered = files(outcome.output) == names
    #expect(isOrdered)
  }

  @Test func aMissingFileIsReported() throws {
    let sandbox = try sandbox()
    let outcome = try sandbox.run(["lint", "--select", "description-case"] + Self.names + ["missing.md"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("missing.md"))
  }

  @Test func whatACommandRefusesIsStillRefused() throws {
    let sandbox = try sandbox()
    let output = try sandbox.run(["repair"] + Self.names)
    #expect(output.status == 2)
    #expect(output.errors.contains("standard output takes one file"))
    let input = try sandbox.run(["repair", "--in-place"] + Self.names + ["-"])
    #expect(input.status == 2)
    #expect(input.errors.contains("standard input cannot be written in place"))
    let command = try sandbox.run(["render"] + Self.names)
    #expect(command.status == 2)
  }
}
