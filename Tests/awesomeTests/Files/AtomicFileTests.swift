import Foundation
import SystemPackage
import Testing

@testable import awesome

@Suite struct AtomicFileTests {
  private func write(_ text: String, to url: URL) throws {
    try AtomicFile.write(Array(text.utf8), to: FilePath(url.path))
  }

  private func permissions(_ url: URL) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? NSNumber).intValue
  }

  @Test func aFileIsReplacedAndKeepsItsPermissions() throws {
    let sandbox = try Sandbox(["a.md": "old"])
    for mode in [0o640, 0o755] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: sandbox.url("a.md").path)
      try write("new \(mode)", to: sandbox.url("a.md"))
      #expect(try sandbox.read("a.md") == "new \(mode)")
      #expect(try permissions(sandbox.url("a.md")) == mode)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.folder.path) == ["a.md"])
  }

  @Test func aNewFileGetsTheUsualPermissions() throws {
    let sandbox = try Sandbox()
    try write("new", to: sandbox.url("a.md"))
    try Data().write(to: sandbox.url("b.md"))
    #expect(try permissions(sandbox.url("a.md")) == permissions(sandbox.url("b.md")))
  }

  @Test func aSymbolicLinkStaysOne() throws {
    let sandbox = try Sandbox(["docs/a.md": "old"])
    let link = sandbox.url("link.md")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "docs/a.md")
    try write("new", to: link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "docs/a.md")
    #expect(try sandbox.read("docs/a.md") == "new")
  }

  @Test func aFailedWriteLeavesNoFile() throws {
    let sandbox = try Sandbox(["docs/a.md": "old"])
    #expect(throws: FileError.self) { try write("new", to: sandbox.url("docs")) }
    #expect(throws: FileError.self) { try write("new", to: sandbox.url("none/a.md")) }
    try FileManager.default.createSymbolicLink(atPath: sandbox.url("l").path, withDestinationPath: "gone")
    #expect(throws: FileError.self) { try write("new", to: sandbox.url("l")) }
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: sandbox.folder.path).sorted() == ["docs", "docs/a.md", "l"])
  }

  /// Root may write everything, so that these runs of the program are another user's.
  @Test func aFileThatMayNotBeWrittenIsNotReplacedEither() throws {
    let text = "# A\n\n## CafÃ©\n\n- [A](https://a.example) - Text.\n"
    let sandbox = try Sandbox(["a.md": text])
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o777], ofItemAtPath: sandbox.folder.path)
    try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: sandbox.url("a.md").path)
    for command in ["lint --fix a.md", "render --in-place a.md", "repair --in-place a.md"] {
      guard let outcome = try sandbox.runAsOther(command) else { return }
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("awesome: a.md: cannot be written: permission denied\n"))
      #expect(try sandbox.read("a.md") == text)
    }
    #expect(try sandbox.runAsOther("render a.md --output b.md")?.status == 0)
  }

  @Test(arguments: ["lint --fix", "repair --in-place", "render --in-place"])
  func aPipeIsNotWrittenBackTo(command: String) throws {
    let sandbox = try Sandbox(["a.md": "# A\n\n## CafÃ©\n\n- [A](https://a.example) - Text.\n"])
    try sandbox.makePipe("pipe.md")
    let outcome = try sandbox.runShell("cat a.md > pipe.md & exec timeout 20 \"$0\" \(command) pipe.md")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("awesome: pipe.md: this is a pipe or a device, which cannot be changed in place"))
  }

  @Test func aDeviceIsWrittenToAndNotReplaced() throws {
    try AtomicFile.write([1, 2, 3], to: FilePath("/dev/null"))
    #expect(FilePath("/dev/null").type?.isStream == true)
  }

  @Test func theDefaultListIsFoundInAnyCase() throws {
    let sandbox = try Sandbox(["Readme.MD": "", "notes.md": ""])
    #expect(DefaultList.name(in: FilePath(sandbox.folder.path)) == "Readme.MD")
    #expect(DefaultList.readme(in: FilePath(sandbox.folder.path)) == "Readme.MD")
    try sandbox.write("", to: "AWESOME.md")
    #expect(DefaultList.name(in: FilePath(sandbox.folder.path)) == "AWESOME.md")
    try sandbox.write("", to: "awesome.md")
    #expect(DefaultList.name(in: FilePath(sandbox.folder.path)) == "awesome.md")
  }

  @Test(arguments: [
    ("a.md", "", "a.md"), ("a/b.md", "a", "b.md"), ("/a", "/", "a"), ("/", "/", nil), ("a//b/", "a", "b"),
    ("./a.md", ".", "a.md"), ("../x/y", "../x", "y"), ("//a", "/", "a"),
  ])
  func aPathHasAFolderAndAName(path: String, parent: String, name: String?) {
    #expect(FilePath(path).parent.string == parent)
    #expect(FilePath(path).lastComponent?.string == name)
  }

  @Test(arguments: [
    ("/a/b.md", "/a", "b.md"), ("/a/b.md", "/", "a/b.md"), ("/a", "/a", ""), ("/ab/c.md", "/a", nil),
    ("/a", "/a/b", nil),
  ])
  func aPathIsRelativeToTheFoldersItIsIn(path: String, folder: String, relative: String?) {
    #expect(FilePath(path).relative(to: FilePath(folder))?.string == relative)
  }

  @Test func theWorkingDirectoryIsAFolderLikeOthers() throws {
    let here = try #require(FilePath.here.resolved)
    #expect(here.isAbsolute && here.type == .directory)
    #expect(FilePath.here.fileNames == here.fileNames)
    #expect(here.appending("a.md").shown == "a.md")
    #expect(FilePath("a.md").weaklyResolved == here.appending("a.md"))
  }
}
