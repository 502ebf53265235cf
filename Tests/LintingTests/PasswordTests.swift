import Diagnostics
import Linting
import Source
import Testing

/// No rule shows a password of a list, and no fix loses it.
@Suite struct PasswordTests {
  private static let addresses = [
    "http://me:s3cret@a.example//x%7E?utm_source=y", "http://web.archive.org/web/2020/https://me:s3cret@b.example/x",
    "https://web.archive.org/web/*/http://me:s3cret@c.example//x%7E", "https://http://me:s3cret@d.example/",
    "https://e.example/?u=https%3A%2F%2Fme%3As3cret%40f.example%2Fx&utm_source=y", "//me:s3cret@g.example/%",
    "https://bit.ly/https:/me:s3cret@h.example", "ftp://me:s3cret@i.example", "https://me:s3c(r)et@j.example/a b",
  ]

  private static let text: String = {
    var text = "# awesome a\n\n## Table of Contents\n\n- [T](#t)\n\n## S\n\n"
    for address in addresses {
      text += """
        - [Z](<\(address)>) – \(address) is  a Github thing “\(address)
        - [A](<\(address)>) – text
          <\(address)>
        - [\(address)](\(address)) - \(address),, text
        - (A)[\(address)]
        - <a href="\(address)">A</a> - ðŸ“– \(address) &amp;amp; text
        - [N](#\(address)) ![CI](\(address)/travis-ci.svg)

        [Label  \(address)]: <\(address)> "\(address)"
        <!-- awesome-disable \(address) -->

        ### \(address):


        """
    }
    return text
  }()

  @Test func noFindingShowsOne() throws {
    let source = SourceText(Self.text)
    let severities = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.id, Severity?.some(.error)) })
    let found = try Linter(severities: severities).lint(source)
    #expect(Set(found.map(\.rule)).count > 20)
    for finding in found { #expect(!finding.message.contains("s3c"), "\(finding.rule): \(finding.message)") }
    let report = FileReport(file: "a.md", source: source, diagnostics: found, checked: .entries(1))
    for reporter in Reporter.all {
      let lines = try reporter.report([report]).split(whereSeparator: \.isNewline).filter { $0.contains("s3c") }
      #expect(lines.isEmpty, "\(reporter.id): \(lines.first ?? "")")
    }
  }

  @Test func fixesWriteTheTrueAddress() throws {
    let text = "- [A](\(Self.addresses[0])) - Text.\n- [B](\(Self.addresses[1])) - Text.\n"
    let linter = Linter(
      rules: ["url-http", "url-form", "url-tracking"].compactMap(Rule.named), severities: ["url-http": .warning])
    let fixed = try linter.fix(SourceText(text), includingUnsafe: true).source
    #expect(
      String(decoding: fixed.bytes, as: UTF8.self)
        == "- [A](https://me:s3cret@a.example//x~) - Text.\n- [B](https://web.archive.org/web/2020/https://me:s3cret@b.example/x) - Text.\n"
    )
  }
}
