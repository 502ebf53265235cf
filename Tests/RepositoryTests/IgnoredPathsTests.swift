import Foundation
import Repository
import TestSupport
import Testing

@Suite struct IgnoredPathsTests {
  /// Makes a repository with files, of which git ignores some, and gives the paths that it ignores below a folder.
  private func ignored(below folder: String = "") async throws -> Set<String> {
    let test = try TestRepository()
    try test.files.write("build\n*.tmp.md\n!keep.tmp.md\n", to: ".gitignore")
    try test.files.write("/draft.md\n", to: "docs/.gitignore")
    try test.files.write("secret.md\n", to: ".git/info/exclude")
    try test.files.write("tracked.tmp.md\n", to: "tracked.tmp.md")
    try test.git("add", "--force", "tracked.tmp.md")
    for path in [
      "a.md", "a.tmp.md", "keep.tmp.md", "build/deep/a.md", "docs/draft.md", "docs/deep/draft.md", "docs/build/a.md",
      "docs/ünï ☃.tmp.md", "secret.md",
    ] {
      try test.files.write("a\n", to: path)
    }
    let repository = try await GitRepository(containing: test.folder.path)
    let paths = try await repository.ignoredPaths(in: folder.isEmpty ? test.folder.path : test.path(folder))
    return Set(paths.map { String($0.dropFirst(test.folder.path.count + 1)) })
  }

  @Test func everyLevelCounts() async throws {
    #expect(
      try await ignored() == [
        "a.tmp.md", "build", "docs/draft.md", "docs/build", "docs/ünï ☃.tmp.md", "secret.md",
      ])
  }

  @Test func onlyWhatIsBelowAFolderIsNamed() async throws {
    #expect(try await ignored(below: "docs") == ["docs/draft.md", "docs/build", "docs/ünï ☃.tmp.md"])
  }

  @Test func aFolderInAnIgnoredOneIsIgnored() async throws {
    #expect(try await ignored(below: "build/deep") == ["build"])
  }
}
