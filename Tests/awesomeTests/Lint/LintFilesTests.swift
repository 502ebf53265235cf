import Foundation
import Testing

@Suite struct LintFilesTests {
  private static let list = "# Awesome A\n\n## B\n\n- [A](https://a.example) - text.\n"

  private func files(_ arguments: String..., in files: [String]) throws -> [String] {
    let sandbox = try Sandbox(Dictionary(uniqueKeysWithValues: files.map { ($0, Self.list) }))
    let outcome = try sandbox.run(["lint", "--preset", "strict", "--select", "description-case"] + arguments)
    #expect(outcome.status == 1, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").filter { $0.contains(": error: ") }
      .map { String($0.prefix { $0 != ":" }) }
  }

  @Test func patternsThatTheShellLeftAreExpanded() throws {
    let all = ["a.md", "b.md", "c.txt", "docs/d.md", "docs/deep/e.md", ".hidden/f.md"]
    #expect(try files("*.md", in: all) == ["a.md", "b.md"])
    #expect(try files("**/*.md", in: all) == ["a.md", "b.md", "docs/d.md", "docs/deep/e.md"])
    #expect(try files("docs/**/*.md", in: all) == ["docs/d.md", "docs/deep/e.md"])
    #expect(try files("docs/?.md", "a.md", "*.md", in: all) == ["docs/d.md", "a.md", "b.md"])
    #expect(try files("./d*/*.md", in: all) == ["./docs/d.md"])
  }

  @Test func aFileWhoseNameIsAPatternIsThatFile() throws {
    #expect(try files("*.md", in: ["*.md", "a.md"]) == ["*.md"])
  }

  @Test func aPatternThatMatchesNothingIsAnError() throws {
    let outcome = try Sandbox(["a.txt": ""]).run("lint", "*.md")
    #expect(outcome.status == 2)
    #expect(outcome.errors == "awesome: *.md: no file matches this pattern; check it, or name a file\n")
  }

  @Test func manyFilesAreReportedInTheirOrderEachTime() throws {
    let names = (100..<160).map { "l\($0).md" }
    let found = try files("*.md", in: names)
    #expect(found == names)
  }

  @Test func allUnreadableFilesAreReportedInTheirOrder() throws {
    let sandbox = try Sandbox(["a.md": "\0", "b.md": Self.list, "c.md": "x\0"])
    let outcome = try sandbox.run("lint", "a.md", "b.md", "c.md")
    #expect(outcome.status == 2)
    #expect(outcome.errors.split(separator: "\n").map { $0.prefix(14) } == ["awesome: a.md:", "awesome: c.md:"])
  }
}
