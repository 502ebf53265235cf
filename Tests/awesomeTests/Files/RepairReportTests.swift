import Foundation
import Testing

/// What `repair` prints about its work, and the list that it takes without a name.
@Suite struct RepairReportTests {
  @Test func jsonListsEveryRepairAndEveryPlaceLeft() throws {
    let sandbox = try Sandbox([
      "a.md": "# A\n\nNaÃƒÂ¯ve ðŸ  \n<https://x.example/Ã©>\n\nÃ© <!-- awesome-disable-line -->\n"
    ])
    let outcome = try sandbox.run("repair", "--format", "json", "a.md")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let files = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(files.count == 1)
    #expect(files[0]["file"] as? String == "a.md" && files[0]["encoding"] as? String == "UTF-8")
    let repairs = try #require(files[0]["repairs"] as? [[String: Any]])
    #expect(repairs.map { $0["before"] as? String } == ["ÃƒÂ¯"])
    #expect(repairs[0]["after"] as? String == "ï")
    #expect(repairs[0]["page"] as? String == "Windows-1252")
    #expect(repairs[0]["rounds"] as? Int == 2)
    #expect(repairs[0]["certainty"] as? String == "exact")
    #expect(repairs[0]["start"] as? [String: Int] == ["line": 3, "column": 3, "offset": 7])
    #expect(repairs[0]["end"] as? [String: Int] == ["line": 3, "column": 7, "offset": 15])
    let left = try #require(files[0]["left"] as? [[String: Any]])
    #expect(left.map { $0["obstacle"] as? String } == ["ambiguous", "destination", "suppressed"])
    #expect((left[0]["candidates"] as? [String] ?? []).count > 5)
    #expect(left[1]["candidates"] as? [String] == ["é"])
    #expect(left[1]["reason"] as? String == "it is in a link's destination")
    #expect(try sandbox.read("a.md").contains("ÃƒÂ¯"))
  }

  @Test func jsonGoesWithWritingAndChecking() throws {
    let sandbox = try Sandbox(["a.md": "CafÃ©\n", "b.md": "fine\n"])
    let check = try sandbox.run("repair", "--check", "--format", "json", "a.md", "b.md")
    #expect(check.status == 1)
    #expect(check.output.hasPrefix("[\n") && check.output.contains("\"file\": \"b.md\""))
    let written = try sandbox.run("repair", "--in-place", "--format", "json", "a.md", "gone.md")
    #expect(written.status == 2)
    #expect(written.output.contains("\"after\": \"é\""))
    #expect(written.errors == "awesome: gone.md: no such file; check the path\n")
    #expect(try sandbox.read("a.md") == "Café\n")
    #expect(try sandbox.run("repair", "--diff", "--format", "json", "a.md").status == 2)
  }

  @Test func theOutcomeIsASentence() throws {
    let sandbox = try Sandbox([
      "a.md": "CafÃ© ðŸ x\n", "b.md": "x ðŸ y\n", "c.md": "fine\n", "d.md": "CafÃ©\n",
    ])
    let check = try sandbox.run("repair", "--check", "a.md", "b.md", "c.md", "d.md")
    #expect(check.status == 1)
    let summary = check.errors.split(separator: "\n").filter { !$0.contains("not repaired: ") }
    #expect(
      summary == [
        "awesome: a.md: 1 damaged place would be repaired; 1 not repaired",
        "awesome: b.md: 1 damaged place not repaired",
        "awesome: c.md: nothing to repair", "awesome: d.md: 1 damaged place would be repaired",
      ])
    let written = try sandbox.run("repair", "--in-place", "a.md")
    #expect(written.errors.hasSuffix("awesome: a.md: 1 damaged place repaired; 1 not repaired\n"))
  }

  @Test func withoutAFileTheListIsRepairedUnlessThereIsInput() throws {
    let sandbox = try Sandbox(["README.md": "# CafÃ©\n", "tea.md": "# TÃ©\n"])
    // A pipe is meant to be read.
    #expect(try sandbox.run(["repair"], input: "naÃ¯ve\n").output == "naïve\n")
    #expect(try sandbox.runShell("\"$0\" repair --check < /dev/null").status == 1)
    #expect(try sandbox.runShell("\"$0\" repair --in-place").status == 0)
    #expect(try sandbox.read("README.md") == "# Café\n")
    try sandbox.write("list: tea.md\n", to: ".awesome.yml")
    #expect(try sandbox.runShell("\"$0\" repair --in-place").status == 0)
    #expect(try sandbox.read("tea.md") == "# Té\n")
  }

  @Test func severalConfiguredListsNeedAnOutputOption() throws {
    let sandbox = try Sandbox([
      ".awesome.yml": "lists:\n  - list: a.md\n    output: A.md\n  - list: b.md\n    output: B.md\n", "a.md": "CafÃ©\n",
      "b.md": "CafÃ©\n",
    ])
    let refused = try sandbox.runShell("\"$0\" repair < /dev/null")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("standard output takes one file; add --in-place, --check or --diff"))
    #expect(try sandbox.runShell("\"$0\" repair --in-place").status == 0)
    #expect(try sandbox.read("a.md") == "Café\n" && sandbox.read("b.md") == "Café\n")
  }

  @Test func standardInputIsNotWrittenInPlace() throws {
    let sandbox = try Sandbox(["README.md": "# CafÃ©\n"])
    #expect(try sandbox.run("repair", "--in-place", "-").status == 2)
    #expect(try sandbox.run("repair", "--in-place", "--stdin-filename", "a.md").status == 2)
  }
}
