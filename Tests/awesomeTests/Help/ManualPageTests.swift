import Foundation
import TestSupport
import Testing

@testable import awesome

@Suite struct ManualPageTests {
  @Test func eachCommandHasAPage() throws {
    let names = try ManualPage.all().map(\.name)
    #expect(names == ["awesome"] + HelpTests.commands.map { "awesome-\($0)" })
    #expect(try Sandbox().run("man", "lint").output == ManualPage.all().first { $0.name == "awesome-lint" }?.text)
  }

  @Test func thePagesAreWrittenToAFolder() throws {
    let sandbox = try Sandbox(["man1/x": ""])
    #expect(try sandbox.run("man", "--output", "man1").status == 0)
    for page in try ManualPage.all() { #expect(try sandbox.read("man1/\(page.name).1") == page.text) }
    let missing = try sandbox.run("man", "--output", "none")
    #expect(missing.status == 2 && missing.errors.contains("none: no such folder"))
  }

  @Test func theProgramIsInstalledWithPagesAndCompletions() throws {
    let sandbox = try Sandbox()
    let script = DocumentationTests.root.appendingPathComponent(".ci/install").path
    let result = try Program.shell.run([script, sandbox.program.url.path, "a b"], in: sandbox.folder.path)
    #expect(result.status == 0 && result.errorText == "")
    #expect(try sandbox.read("a b/share/man/man1/awesome-lint.1").hasPrefix(".TH AWESOME"))
    for path in [
      "bash-completion/completions/awesome", "zsh/site-functions/_awesome", "fish/vendor_completions.d/awesome.fish",
    ] {
      #expect(try sandbox.read("a b/share/" + path).contains("Completions of awesome"))
    }
    #expect(try Program(sandbox.url("a b/bin/awesome")).run(["--version"]).status == 0)
  }

  @Test func anUnknownCommandIsReported() throws {
    let outcome = try Sandbox().run("man", "lnt")
    #expect(outcome.status == 2)
    #expect(outcome.errors == "awesome: unknown command `lnt`; did you mean `lint`?\n")
  }

  /// The text as roff shows it has every word of the help.
  @Test(.enabled(if: Shells.has("mandoc"), "mandoc is not installed"), arguments: HelpTests.commands)
  func thePageHasTheTextsOfTheHelp(command: String) throws {
    let model = try HelpTests.model(command)
    let page = try #require(try ManualPage.all().first { $0.name == "awesome-\(command)" }).text
    let shown = try Shells.run("mandoc", ["-Tutf8", "-Owidth=500"], input: page)
    let text = shown.replacing(/.\u{8}/, with: "").replacing(/\s+/, with: " ")
    // The commands of a command have a section.
    let arguments = model.subcommands.isEmpty ? model.arguments : model.options
    let texts =
      arguments.map(\.description) + model.subcommands.map(\.abstract)
      + model.examples.flatMap { [$0.command, $0.effect] } + [Awesome.exitStatuses]
    for part in texts + model.text.split(separator: "\n\n").map(String.init) {
      #expect(text.contains(part.replacing(/\s+/, with: " ")), "\(part)")
    }
  }

  @Test(.enabled(if: Shells.has("mandoc"), "mandoc is not installed")) func mandocFindsNoFault() throws {
    for page in try ManualPage.all() {
      #expect(try Shells.run("mandoc", ["-Tlint", "-Wwarning"], input: page.text) == "", "\(page.name)")
    }
  }

  @Test(.enabled(if: Shells.has("groff"), "groff is not installed")) func groffFindsNoFault() throws {
    for page in try ManualPage.all() {
      let result = try #require(Shells.find("groff")).run(["-man", "-ww", "-Tascii"], input: Array(page.text.utf8))
      #expect(result.status == 0 && result.errorText == "", "\(page.name)")
    }
  }
}
