import Diagnostics
import LinkChecking
import Source
import Testing

@testable import awesome

/// Findings about pages that are the same with encryption.
@Suite struct EncryptionFindingTests {
  private func findings(_ text: String, _ url: String, at offset: Int) throws -> [Diagnostic] {
    let file = try ListFile(
      InputFile(name: "a.md", path: nil, bytes: Array(text.utf8), configuration: Configuration()))
    let range = SourceRange(offset, offset + url.utf8.count)
    let place = LinkOccurrence(file: "a.md", location: file.source.location(of: offset), range: range)
    let link = CheckedLink(url: url, verdict: .ok, target: "https://" + url.dropFirst(7), occurrences: [place])
    return link.diagnostics(in: file, edits: [:])
  }

  @Test(arguments: ["http", "HTTP"]) func theFixWritesHTTPS(scheme: String) throws {
    let text = "# L\n\n- [A](\(scheme)://a.example/x) - B.\n"
    let found = try findings(text, "\(scheme)://a.example/x", at: 11)
    #expect(found.map(\.rule) == ["link-http"] && found.first?.severity == .warning)
    let fix = try #require(found.first?.fix)
    #expect(fix.isSafe)
    #expect(
      String(decoding: fix.edits.applied(to: Array(text.utf8)).bytes, as: UTF8.self)
        == "# L\n\n- [A](https://a.example/x) - B.\n")
  }

  @Test func anAddressThatIsWrittenOtherwiseIsNotFixed() throws {
    #expect(try findings("# L\n\n- www.a.example/x - B.\n", "http://www.a.ex", at: 7).first?.fix == nil)
  }
}
