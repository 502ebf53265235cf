import Foundation
import SystemPackage
import Testing

@testable import awesome

@Suite struct ConfigurationFileTests {
  @Test func theNearestFileUpToTheRepositoryApplies() throws {
    let sandbox = try Sandbox([
      ".awesome.yml": "", "repo/.awesome.yml": "", "repo/.git/HEAD": "", "repo/a/b/c.md": "", "repo/x/.awesome.yml": "",
    ])
    func find(_ folder: String) -> String? { ConfigurationFile.find(from: FilePath(sandbox.url(folder).path))?.string }
    #expect(find("repo/a/b") == sandbox.url("repo/.awesome.yml").path)
    #expect(find("repo/x") == sandbox.url("repo/x/.awesome.yml").path)
    try FileManager.default.removeItem(at: sandbox.url("repo/.awesome.yml"))
    #expect(find("repo/a/b") == nil)
  }

  @Test func outsideOfARepositoryOnlyTheFolderItselfCounts() throws {
    let sandbox = try Sandbox([".awesome.yml": "", "a/b.md": ""])
    #expect(ConfigurationFile.find(from: FilePath(sandbox.folder.path)) != nil)
    #expect(ConfigurationFile.find(from: FilePath(sandbox.url("a").path)) == nil)
    #expect(ConfigurationFile.find(from: FilePath(sandbox.url("none").path)) == nil)
  }

  @Test func aLinkMayNotLeadOutOfTheFolder() throws {
    let sandbox = try Sandbox(["secret.md": "# S\n", "repo/in.md": "# I\n"])
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: sandbox.url("repo/out.md").path, withDestinationPath: "../secret.md")
    try manager.createSymbolicLink(atPath: sandbox.url("repo/up").path, withDestinationPath: "..")
    try manager.createSymbolicLink(atPath: sandbox.url("repo/fine.md").path, withDestinationPath: "in.md")
    var configuration = Configuration()
    configuration.folder = FilePath(sandbox.url("repo").path)
    func check(_ name: String) throws { try configuration.check(configuration.folder.appending(name), as: name) }
    try check("in.md")
    try check("fine.md")
    try check("new.md")
    #expect(throws: FileError.self) { try check("out.md") }
    #expect(throws: FileError.self) { try check("up/new.md") }
    #expect(throws: FileError.self) { try check("missing/new.md") }
  }

  @Test func foldersPipesAndDanglingLinksAreRefused() throws {
    let sandbox = try Sandbox(["a.md": "# A\n\n- [A](https://a.example) - Text.\n", "folder/.awesome.yml/x": ""])
    let manager = FileManager.default
    func problem(_ arguments: String...) throws -> String {
      let outcome = try sandbox.run(["lint"] + arguments)
      #expect(outcome.status == 2)
      return outcome.errors
    }
    try manager.createSymbolicLink(atPath: sandbox.url(".awesome.yml").path, withDestinationPath: "gone.yml")
    #expect(
      try problem("a.md")
        == "awesome: .awesome.yml: the target of this symbolic link is missing; create it, or remove the link\n")
    try manager.removeItem(at: sandbox.url(".awesome.yml"))
    try sandbox.makePipe(".awesome.yml")
    let pipe = "awesome: .awesome.yml: this is a pipe or a device; the configuration must be a YAML file\n"
    #expect(try problem("a.md") == pipe)
    #expect(try problem("a.md", "--config", ".awesome.yml") == pipe)
    #expect(
      try problem("a.md", "--config", "folder/.awesome.yml")
        == "awesome: folder/.awesome.yml: this is a folder; the configuration must be a YAML file\n")
  }

  @Test func anErrorInTheFileStopsTheRun() throws {
    let sandbox = try Sandbox([".awesome.yml": "lst: a.md\n", "awesome.md": "# A\n"])
    let outcome = try sandbox.run("lint")
    #expect(outcome.status == 2)
    #expect(outcome.errors == "awesome: .awesome.yml:1:1: unknown key `lst`; did you mean `list`?\n")
    #expect(try sandbox.run("lint", "--config", "no.yml").status == 2)
    #expect(try sandbox.run("lint", "--config", "no.yml", "--no-config").status == 2)
  }
}
