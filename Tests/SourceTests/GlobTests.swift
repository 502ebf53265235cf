import Source
import Testing

@Suite struct GlobTests {
  @Test(arguments: [
    ("**/*.md", "a.md", true), ("**/*.md", "a/b/c.md", true), ("a/**/b.md", "a/b.md", true),
    ("a/**/b.md", "a/x/y/b.md", true), ("a/**/b.md", "ab.md", false), ("a/**/b.md", "a/xb.md", false),
    ("*.md", "a/b.md", false), ("a/**", "a/b/c", true), ("?.md", "é.md", true), ("**/**/a", "a", true),
  ])
  func doubleStarMatchesNoFolderInPaths(pattern: String, path: String, matches: Bool) {
    #expect(Glob(pattern, isPath: true).matches(path) == matches)
  }

  @Test func doubleStarNeedsItsSlashElsewhere() {
    #expect(!Glob("a/**/b").matches("a/b"))
  }
}
