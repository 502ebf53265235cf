import Testing

@Suite struct LintTests {
  private static let head = "# Awesome List [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\nText.\n\n"
  private static let damaged = head + "## Surveys ðŸ“–\n\n- [A](https://a.example) - Text.\n"
  private static let repaired = head + "## Surveys 📖\n\n- [A](https://a.example) - Text.\n"

  @Test func findingsExitWith1AndCleanListsWith0() throws {
    let sandbox = try Sandbox(["bad.md": Self.damaged, "good.md": Self.repaired])
    let bad = try sandbox.run("lint", "bad.md")
    #expect(bad.status == 1)
    #expect(bad.output.hasPrefix("bad.md:5:12: error: "))
    #expect(bad.output.contains("\n\n1 error in 1 entry\n[*] awesome lint --fix bad.md mends 1\n"))
    let good = try sandbox.run("lint", "good.md")
    #expect(good.status == 0)
    #expect(good.output == "no findings in 1 entry\n")
    #expect(try sandbox.run("lint", "bad.md", "--fail-on", "never").status == 0)
  }

  @Test func aFixedFileIsFixedOnce() throws {
    let sandbox = try Sandbox(["a.md": Self.damaged])
    let first = try sandbox.run("lint", "--fix", "a.md")
    #expect(first.status == 0)
    #expect(first.errors == "awesome: 1 fix in 1 file applied\n")
    #expect(try sandbox.read("a.md") == Self.repaired)
    #expect(try sandbox.run("lint", "--fix", "a.md").errors == "awesome: nothing to fix\n")
  }

  @Test func aDiffIsShownAndNothingWritten() throws {
    let sandbox = try Sandbox(["a.md": Self.damaged])
    let outcome = try sandbox.run("lint", "--diff", "a.md")
    #expect(outcome.output.hasPrefix("--- a/a.md\n+++ b/a.md\n@@ -2,6 +2,6 @@\n"))
    #expect(outcome.output.contains("-## Surveys ðŸ“–\n+## Surveys 📖\n"))
    #expect(outcome.status == 1)
    #expect(outcome.errors == "awesome: 1 fix in 1 file would be applied; 0 of 1 finding would remain\n")
    #expect(try sandbox.read("a.md") == Self.damaged)
  }

  @Test func aDiffCountsTheRemainingFindingsAndFailsForThePresentOnes() throws {
    let text = Self.head + "## StackOverflow\n\n- [A](https://a.example) - Text\n"
    let sandbox = try Sandbox(["a.md": text, ".awesome.yml": "preset: strict\n"])
    let findings = try sandbox.run("lint", "a.md").output
    #expect(
      findings.hasSuffix(
        """
        1 error, 1 warning in 1 entry
        [*] awesome lint --fix a.md mends 1
        [!] awesome lint --unsafe-fixes a.md mends 1 more; review what it changes
            awesome rules ID explains a rule

        """))
    let safe = try sandbox.run("lint", "--diff", "a.md")
    #expect(safe.errors == "awesome: 1 fix in 1 file would be applied; 1 of 2 findings would remain\n")
    #expect(safe.status == 1)
    let all = try sandbox.run("lint", "--diff", "--unsafe-fixes", "a.md", "--fail-on", "never")
    #expect(all.errors == "awesome: 2 fixes in 1 file would be applied; 0 of 2 findings would remain\n")
    #expect(all.status == 0)
    #expect(try sandbox.run("lint", "--fix", "a.md").status == 0)
    let step = "1 warning in 1 entry\n[!] awesome lint --unsafe-fixes a.md mends 1; review what it changes\n"
    #expect(try sandbox.run("lint", "a.md").output.contains(step))
    let rest = try sandbox.run("lint", "--diff", "a.md")
    #expect(rest.output == "" && rest.status == 0)
    #expect(rest.errors == "awesome: nothing to fix; 1 finding would remain\n")
  }

  @Test func aDiffOfAnOddNameCanBeApplied() throws {
    let sandbox = try Sandbox(["a b.md": Self.damaged])
    let diff = try sandbox.run("lint", "--diff", "a b.md").output
    #expect(diff.hasPrefix("--- a/a b.md\t\n+++ b/a b.md\t\n@@"))
    try sandbox.write(diff, to: "change.diff")
    let patch = try sandbox.runShell("command -v patch >log || exit 99; patch -p1 <change.diff >log")
    guard patch.status != 99 else { return }
    #expect(try sandbox.read("a b.md") == Self.repaired, "\(patch.errors)")
  }

  @Test func fixedStandardInputGoesToStandardOutput() throws {
    let outcome = try Sandbox().run(["lint", "--fix", "-"], input: Self.damaged)
    #expect(outcome.output == Self.repaired)
    #expect(outcome.errors.contains("no findings in 1 entry\n"))
  }

  @Test func severitiesOfTheConfigurationApply() throws {
    let sandbox = try Sandbox(["a.md": Self.damaged, ".awesome.yml": "rules: {mojibake: warning}\n"])
    #expect(try sandbox.run("lint", "a.md").status == 0)
    #expect(try sandbox.run("lint", "a.md", "--fail-on", "warning").status == 1)
    #expect(try sandbox.run("lint", "a.md", "--no-config").status == 1)
    try sandbox.write("rules: {mojibake: off}\n", to: ".awesome.yml")
    #expect(try sandbox.run("lint", "a.md").output == "no findings in 1 entry\n")
  }

  @Test func rulesAreSelectedByIDAndUnknownIDsAreRefused() throws {
    let sandbox = try Sandbox(["a.md": Self.damaged, "off.yml": "rules: {mojibake: off}\n"])
    #expect(try sandbox.run("lint", "a.md", "--ignore", "mojibake,sections").status == 0)
    #expect(try sandbox.run("lint", "a.md", "--select", "sections").status == 0)
    #expect(try sandbox.run("lint", "a.md", "--select", "mojibake").status == 1)
    #expect(try sandbox.run("lint", "a.md", "--config", "off.yml").status == 0)
    #expect(try sandbox.run("lint", "a.md", "--config", "off.yml", "--select", "mojibake").output.contains("warning: "))
    let none = try sandbox.run("lint", "a.md", "--select", ",")
    #expect(none.status == 2 && none.errors.contains("no rule named"))
    let unknown = try sandbox.run("lint", "a.md", "--ignore", "mojibak")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("unknown rule `mojibak`; did you mean `mojibake`?"))
  }

  @Test func aFileNamedTwiceIsCheckedOnce() throws {
    let sandbox = try Sandbox(["a.md": Self.repaired, "b.md": Self.repaired])
    #expect(try sandbox.run("lint", "a.md", "./a.md", "b.md").output == "no findings in 2 entries of 2 files\n")
  }

  @Test func theDefaultListIsChecked() throws {
    let sandbox = try Sandbox(["README.md": "# R\n", "docs/l.md": Self.repaired, ".awesome.yml": "list: docs/l.md\n"])
    #expect(try sandbox.run("lint", "--format", "json").output == "[]\n")
    #expect(try sandbox.run("lint", "--no-config").output.hasPrefix("README.md:1:3: error: no entries found"))
    try sandbox.write("list: no.md\n", to: ".awesome.yml")
    #expect(
      try sandbox.run("lint").errors
        == "awesome: no.md: no such file, but .awesome.yml names it; correct the path there\n")
    try sandbox.write(Self.damaged, to: "awesome.md")
    #expect(try sandbox.run("lint", "--no-config").output.hasPrefix("awesome.md:5:12"))
  }

  @Test func coloursObeyTheOptionAndTheEnvironment() throws {
    let sandbox = try Sandbox(["a.md": Self.damaged])
    func isColored(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Bool {
      try sandbox.run(["lint", "a.md"] + arguments, environment: environment).output.contains("\u{1B}[")
    }
    #expect(try !isColored([], ["FORCE_COLOR": "", "NO_COLOR": ""]))
    #expect(try isColored(["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try isColored([], ["FORCE_COLOR": "1", "NO_COLOR": ""]))
    #expect(try !isColored([], ["FORCE_COLOR": "1", "NO_COLOR": "1"]))
    #expect(try !isColored(["--color", "never"], ["FORCE_COLOR": "1"]))
  }

  @Test func presetsChooseTheRulesToStartFrom() throws {
    let text = "# List\n\nSee [gone](#gone).\n\n- [A](https://a.example) - text\n"
    let sandbox = try Sandbox([
      "a.md": text, "minimal.yml": "preset: minimal\n", "more.yml": "preset: minimal\nrules: {badge: error}\n",
    ])
    func rules(_ arguments: String...) throws -> Set<String> {
      let output = try sandbox.run(["lint", "a.md", "--format", "json"] + arguments).output
      return Set(output.matches(of: /"rule": ?"([a-z-]+)"/).map { String($0.1) })
    }
    #expect(try rules("--no-config").isSuperset(of: ["description-case", "dead-anchor"]))
    #expect(try rules("--no-config").isDisjoint(with: ["title", "badge"]))
    #expect(try rules("--no-config", "--preset", "strict").isSuperset(of: ["title", "badge", "description-case"]))
    #expect(try rules("--no-config", "--preset", "minimal").isSubset(of: ["dead-anchor", "entry-link"]))
    #expect(try rules("--config", "minimal.yml").contains("dead-anchor"))
    #expect(try rules("--config", "more.yml").contains("badge"))
    #expect(try rules("--config", "minimal.yml", "--preset", "strict").contains("badge"))
  }

  @Test func quietReportsOnlyErrorsAndStatisticsCountByRule() throws {
    let text = "# List\n\n## A\n\n- [A](https://a.example) - Text.\n- [B](https://b.example) - text for Github\n"
    let sandbox = try Sandbox(["a.md": text, ".awesome.yml": "preset: strict\n"])
    let quiet = try sandbox.run("lint", "a.md", "--quiet", "--statistics")
    #expect(!quiet.output.contains(": warning: "))
    #expect(quiet.errors.contains("awesome: 1 description-case\n"))
    #expect(try sandbox.run("lint", "a.md").output.contains(": warning: "))
    // Never is a command to fail without a word on why.
    let failing = try sandbox.run("lint", "a.md", "--quiet", "--fail-on", "warning", "--select", "brand-case")
    #expect(failing.status == 1 && failing.output.contains(": warning: "))
  }

  @Test func wordsDuplicatesAndTheSeparatorComeFromTheConfiguration() throws {
    let text = "- [A](https://a.example) – tool text.\n- [B](https://a.example) – Text.\n"
    let configuration = "words: [tool]\nduplicates: [B]\nseparator: –\nrules: {title: off, blurb: off, badge: off}\n"
    let sandbox = try Sandbox(["a.md": text, "c.yml": configuration])
    #expect(try sandbox.run("lint", "a.md", "--no-config").status == 1)
    #expect(try sandbox.run("lint", "a.md", "--config", "c.yml").output == "no findings in 2 entries\n")
  }

  @Test func theFilesOfTheRepositoryAreLookedFor() throws {
    let sandbox = try Sandbox(["README.md": Self.repaired, ".awesome.yml": "preset: strict\n"])
    let rules = "contributing,code-of-conduct,license-file"
    // Outside of a repository nothing is known about them.
    #expect(try sandbox.run("lint", "README.md", "--select", rules).status == 0)
    try sandbox.write("", to: ".git/HEAD")
    let missing = try sandbox.run("lint", "README.md", "--select", rules)
    #expect(missing.status == 1)
    #expect(missing.output.contains("README.md:1:3: error: no contributing.md in the repository"))
    #expect(missing.output.contains("no LICENSE in the repository"))
    try sandbox.write("Add it.\n", to: ".github/Contributing.MD")
    try sandbox.write("Creative Commons Zero\n", to: "LICENCE")
    try sandbox.write("Write to [INSERT EMAIL ADDRESS].\n", to: "code_of_conduct.md")
    let rest = try sandbox.run("lint", "README.md", "--select", rules)
    #expect(rest.output.contains("in code_of_conduct.md; write an address that somebody reads"))
    #expect(rest.output.contains("\n1 error in 1 entry\n"))
    // A list below the root belongs to the same repository.
    try sandbox.write("Write to me@a.example.\n", to: "code_of_conduct.md")
    try sandbox.write(Self.repaired, to: "docs/list.md")
    #expect(try sandbox.run("lint", "docs/list.md", "--select", rules).status == 0)
  }

  @Test func entriesInOtherFilesAreDuplicates() throws {
    let first = Self.head + "- [A](https://a.example) - Text.\n- [B](https://b.example) - Text.\n"
    let other = Self.head + "- [C](https://c.example) - Text.\n- [D](https://d.example) - Text.\n"
    let sandbox = try Sandbox([
      "a.md": first, "b.md": other + "- [E](http://www.a.example/) - Text.\n", "translation.md": first,
    ])
    let outcome = try sandbox.run("lint", "a.md", "b.md", "--select", "duplicate-entry")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("b.md:7:7: warning: duplicate of “A” in a.md, line 5"))
    #expect(
      try sandbox.run("lint", "a.md", "translation.md", "--select", "duplicate-entry").output.contains("no findings"))
    #expect(try sandbox.run("lint", "b.md", "--select", "duplicate-entry").output.contains("no findings"))
  }

  @Test func thePresetAwesomeLintHasTheRulesOfThatProgram() throws {
    let text = Self.head + "- [A](https://a.example) – text\n"
    let sandbox = try Sandbox(["list.md": text, "c.yml": "preset: awesome-lint\nrules: {awesome-list-item: warning}\n"])
    let outcome = try sandbox.run("lint", "list.md", "--preset", "awesome-lint")
    #expect(outcome.output.contains("[awesome-list-item]") && !outcome.output.contains("[entry-separator]"))
    #expect(try sandbox.run("lint", "list.md", "--config", "c.yml").status == 0)
  }
}
