import AwesomeList
import Diagnostics
import Linting
import Source
import Testing

/// Which findings a change of a list has brought.
@Suite struct NewFindingsTests {
  private func findings(_ rule: String, _ old: String, _ new: String) throws -> [String] {
    let source = SourceText(new)
    let linter = Linter(rules: [.named(rule)].compactMap(\.self), preset: .strict, baseline: SourceText(old))
    return try linter.lint(source).map { "\(source.location(of: $0.range.lowerBound).line)" }
  }

  @Test func aFindingIsNewWhenOneOfItsFewLinesIs() throws {
    let head = "# Awesome A\n\nResources for A\n"
    #expect(try findings("blurb", head + "and more.\n\n## B\n", head + "and others.\n\n## B\n") == ["3"])
    #expect(try findings("blurb", head + "and more.\n\n## B\n", head + "and more.\n\n## C\n") == [])
  }

  @Test func aFindingThatNamesALineIsNotNewBecauseThatLineHasMoved() throws {
    let twins = "- [A](https://a.example) - Text.\n- [B](https://a.example) - Text.\n"
    #expect(try findings("duplicate-entry", twins, "- [C](https://c.example) - Text.\n" + twins) == [])
    #expect(try findings("duplicate-entry", twins, twins + "- [C](https://a.example) - Text.\n") == ["3"])
  }

  @Test func aFindingThatAChangeElsewhereCausesIsNew() throws {
    let list = "- [A](https://a.example) - Text.\n"
    #expect(try findings("duplicate-entry", list, "- [B](https://a.example) - Text.\n" + list) == ["2"])
  }
}
