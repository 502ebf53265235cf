import Diagnostics
import Linting
import Source
import Testing

@Suite struct SectionOverrideTests {
  /// The innermost section with an override decides, also after sections that end in between.
  @Test func theSectionsAroundAPlaceDecide() throws {
    let text = """
      - [A](a.md) - Text.

      ## Old

      - [B](b.md) - Text.

      ### None

      - [C](c.md) - Text.

      #### More

      - [D](d.md) - Text.

      ### Some

      - [E](e.md) - Text.

      ## New

      - [F](f.md) - Text.

      """
    let overrides: [(String, Severity?)] = [("*", .error), ("Old", .warning), ("None", nil)]
    let linter = Linter(
      rules: [Rule.named("entry-link")].compactMap(\.self),
      sections: overrides.map { SectionOverride(title: Glob($0), severities: ["entry-link": $1]) })
    let source = SourceText(text)
    let found = try linter.lint(source).map { finding in
      "\(source.location(of: finding.range.lowerBound).line) \(finding.severity.rawValue)"
    }
    #expect(found == ["1 error", "5 warning", "13 error", "17 error", "21 error"])
  }
}
