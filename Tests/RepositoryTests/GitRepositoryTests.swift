import Foundation
import Repository
import Source
import TestSupport
import Testing

struct GitRepositoryTests {
  @Test("Lines added or changed since the merge base are new; moved-down ones are not")
  func changes() async throws {
    let test = try TestRepository()
    try test.files.write("a\nb\nc\nd\n", to: "list.md")
    try test.commit()
    try test.git("branch", "base")
    let text = "a\nB\nnew\nd\n"
    try test.files.write(text, to: "list.md")
    // What happens on the other branch afterwards is not ours.
    try test.git("checkout", "--quiet", "--", "list.md")
    try test.git("checkout", "--quiet", "base")
    try test.files.write("0\na\nb\nc\nd\ne\n", to: "list.md")
    try test.commit()
    try test.git("checkout", "--quiet", "main")
    let repository = try await GitRepository(containing: test.folder.path)
    #expect(repository.root == test.folder.path)
    let base = try await repository.mergeBase(with: "base")
    let changes = try await repository.changes(of: test.path("list.md"), content: SourceText(text), since: base)
    #expect(changes.origins == [0, nil, nil, 3, 4])
    #expect(changes.hasChange(in: 0...1))
    #expect(!changes.hasChange(in: 3...4))
    #expect(!changes.hasChange(in: 90...99))
  }

  @Test("Newlines that git converts are not changes")
  func lineEnds() async throws {
    let test = try TestRepository()
    try test.files.write("a\nb\n", to: "list.md")
    try test.commit()
    let repository = try await GitRepository(containing: test.folder.path)
    let base = try await repository.mergeBase(with: "HEAD")
    let changes = try await repository.changes(of: test.path("list.md"), content: SourceText("a\r\nb\r\n"), since: base)
    #expect(changes.origins == [0, 1, 2])
  }

  @Test(
    "Files with odd names are found, also in folders",
    arguments: ["a b.md", "-v.md", "ünï ☃.md", "quote\"s\\.md", ":(glob)*.md", "line\nfeed.md", "down/list.md"])
  func names(name: String) async throws {
    let test = try TestRepository()
    try test.files.write("a\n", to: name)
    try test.files.write("x\n", to: "other.md")
    try test.commit()
    let repository = try await GitRepository(containing: (test.path(name) as NSString).deletingLastPathComponent)
    let base = try await repository.mergeBase(with: "main")
    let changes = try await repository.changes(of: test.path(name), content: SourceText("a\nb\n"), since: base)
    #expect(changes.origins == [0, nil, 1] || changes.origins == [0, nil, nil])
  }

  @Test("A renamed file keeps its lines; all lines of an untracked one are new")
  func renames() async throws {
    let test = try TestRepository()
    let text = "a\nb\nc\nd\ne\n"
    try test.files.write(text, to: "old.md")
    try test.commit()
    try test.git("mv", "old.md", "new.md")
    let repository = try await GitRepository(containing: test.folder.path)
    let base = try await repository.mergeBase(with: "HEAD")
    let moved = try await repository.changes(of: test.path("new.md"), content: SourceText(text + "f\n"), since: base)
    #expect(moved.origins.prefix(6) == [0, 1, 2, 3, 4, nil])
    let untracked = try await repository.changes(of: test.path("no.md"), content: SourceText("a\n"), since: base)
    #expect(untracked.origins == [nil, nil])
  }

  @Test(
    "An invalid revision is refused",
    arguments: ["", "-h", "--output=x", "no-such-branch", "main^{tree}", "HEAD~99", "main..HEAD", "a\nb"])
  func revisions(revision: String) async throws {
    let test = try TestRepository()
    try test.files.write("a\n", to: "list.md")
    try test.commit()
    let repository = try await GitRepository(containing: test.folder.path)
    await #expect(throws: RepositoryError.self) { try await repository.mergeBase(with: revision) }
  }

  @Test("Histories without a common commit have no merge base, and a folder outside has no repository")
  func strangers() async throws {
    let test = try TestRepository()
    try test.files.write("a\n", to: "list.md")
    try test.commit()
    try test.git("checkout", "--quiet", "--orphan", "island")
    try test.commit(time: 1_000_000_001)
    let repository = try await GitRepository(containing: test.folder.path)
    await #expect(throws: RepositoryError.noMergeBase("main", isShallow: false)) {
      try await repository.mergeBase(with: "main")
    }
    let elsewhere = try TemporaryFolder()
    let base = try await repository.mergeBase(with: "island")
    await #expect(throws: RepositoryError.self) { try await GitRepository(containing: elsewhere.path) }
    await #expect(throws: RepositoryError.self) {
      try await repository.content(of: elsewhere.path + "/list.md", at: base)
    }
  }

  @Test("A branch of the remote and a shallow clone are named in the remedy")
  func remedies() async throws {
    let test = try TestRepository()
    for number in 1...3 {
      try test.files.write("\(number)\n", to: "list.md")
      try test.commit(time: 1_000_000_000 + number)
    }
    let clone = try TestRepository()
    try clone.git("remote", "add", "origin", test.folder.absoluteString)
    try clone.git("fetch", "--quiet", "--depth=1", "origin")
    try clone.git("checkout", "--quiet", "--detach", "origin/main")
    let repository = try await GitRepository(containing: clone.folder.path)
    for (revision, remedy) in [
      ("main", "unknown commit `main`; did you mean `origin/main`?"),
      (
        "trunk",
        "unknown commit `trunk` in a shallow clone; fetch the history "
          + "(git fetch --unshallow, or `fetch-depth: 0` of actions/checkout), and name a branch as origin/main"
      ),
    ] {
      let error = await #expect(throws: RepositoryError.self) { try await repository.mergeBase(with: revision) }
      #expect(error?.description == remedy)
    }
    try clone.git("checkout", "--quiet", "--orphan", "island")
    try clone.commit()
    let error = await #expect(throws: RepositoryError.self) { try await repository.mergeBase(with: "origin/main") }
    #expect(error == .noMergeBase("origin/main", isShallow: true))
    #expect(error?.description.contains("`fetch-depth: 0`") == true)
  }

  @Test("No program that a repository configures runs")
  func hostileConfiguration() async throws {
    let test = try TestRepository()
    try test.files.write("*.md filter=evil diff=evil\n", to: ".gitattributes")
    try test.files.write("a\n[A](https://a.example)\n", to: "list.md")
    try test.commit()
    let marker = test.path("marker")
    let program = "touch '\(marker)'; cat"
    for key in [
      "core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "core.askPass", "diff.external",
      "diff.evil.command", "diff.evil.textconv", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process",
      "gpg.program", "alias.log", "alias.diff-index", "pager.log", "uploadpack.packObjectsHook",
    ] {
      try test.git("config", key, key.hasPrefix("alias") ? "!\(program)" : program)
    }
    try test.git("config", "log.showSignature", "true")
    try test.files.write("b\n", to: "list.md")
    let repository = try await GitRepository(containing: test.folder.path)
    let base = try await repository.mergeBase(with: "HEAD")
    let changes = try await repository.changes(of: test.path("list.md"), content: SourceText("b\n"), since: base)
    #expect(changes.origins == [nil, 2])
    _ = try await repository.changes(of: test.path("none.md"), content: SourceText("b\n"), since: base)
    let times = try await repository.additionTimes(of: ["https://a.example"], in: test.path("list.md"))
    #expect(times == ["https://a.example": 1_000_000_000])
    #expect(!FileManager.default.fileExists(atPath: marker))
  }

  @Test(
    "An address has the time of its first commit, also if its line is moved or reworded or the file renamed")
  func times() async throws {
    let test = try TestRepository()
    try test.files.write("- [A](https://a.example) - Text.\n", to: "old.md")
    try test.commit(time: 1_000_000_000)
    try test.files.write(
      "- [A](https://a.example) - Text.\n- [B](https://b.example/c_(d) \"t\") and <https://c.example>\n", to: "old.md")
    try test.commit(time: 1_100_000_000)
    try test.git("mv", "old.md", "list.md")
    try test.commit(time: 1_150_000_000)
    try test.files.write(
      "- <https://c.example>\n- [B](https://b.example/c_(d)) - New.\n- [A](https://a.example) - Text.\n", to: "list.md")
    try test.commit(time: 1_200_000_000)
    let repository = try await GitRepository(containing: test.folder.path)
    let times = try await repository.additionTimes(
      of: ["https://a.example", "https://b.example/c_(d)", "https://c.example", "https://never.example"],
      in: test.path("list.md"))
    #expect(
      times == [
        "https://a.example": 1_000_000_000, "https://b.example/c_(d)": 1_100_000_000,
        "https://c.example": 1_100_000_000,
      ])
  }

  @Test("The remote and the last change are known of what is committed only")
  func origin() async throws {
    let test = try TestRepository()
    let repository = try await GitRepository(containing: test.folder.path)
    #expect(try await repository.originAddress() == nil)
    #expect(try await repository.lastChangeTime(of: test.path("list.md")) == nil, "there is no commit")
    try test.files.write("One.\n", to: "list.md")
    try test.commit(time: 1_000_000_000)
    try test.files.write("Two.\n", to: "other.md")
    try test.commit(time: 1_100_000_000)
    try test.git("remote", "add", "origin", "https://example.org/o/r.git")
    #expect(try await repository.originAddress() == "https://example.org/o/r.git")
    #expect(try await repository.lastChangeTime(of: test.path("list.md")) == 1_000_000_000)
    #expect(try await repository.lastChangeTime(of: test.path("new.md")) == nil)
  }
}
