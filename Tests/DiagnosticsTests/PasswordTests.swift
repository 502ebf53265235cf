import Diagnostics
import Foundation
import Source
import Testing

@Suite struct PasswordTests {
  private static let url = "http://web.archive.org/web/2020/http://me:s3cret@host.example/x"

  /// A finding on a URL with a password, whose fix writes this in its place.
  private func report(_ replacement: String) -> FileReport {
    let source = SourceText("- [A](\(Self.url)) - Text.\n")
    let range = SourceRange(6, 6 + Self.url.utf8.count)
    let diagnostic = Diagnostic(
      rule: "r", severity: .error, message: "“\(Self.url)” should be “\(replacement)”", range: range,
      fix: .safe(Edit(range, replacement)))
    return FileReport(file: "a.md", source: source, diagnostics: [diagnostic], checked: .entries(1))
  }

  @Test(arguments: Reporter.all.map(\.id)) func noReportShowsOne(_ reporter: String) throws {
    for replacement in [Self.url.replacing("http://web", with: "https://web"), Self.url + "/é", "x " + Self.url] {
      let output = try #require(Reporter.named(reporter)).report([report(replacement)])
      #expect(!output.contains("s3cret"))
      #expect(output.contains("host.example"))
    }
  }

  private func edits(_ replacement: String) throws -> [[String: Any]]? {
    let json = try JSONSerialization.jsonObject(with: Data(Reporter.json.report([report(replacement)]).utf8))
    let fix = (json as? [[String: Any]])?.first?["fix"] as? [String: Any]
    return fix?["edits"] as? [[String: Any]]
  }

  @Test func aFixIsShownWithoutThePassword() throws {
    let edit = try #require(try edits(Self.url.replacing("http://web", with: "https://web"))?.first)
    #expect(edit["replacement"] as? String == "s")
    #expect((edit["start"] as? [String: Int])?["offset"] == 10 && (edit["end"] as? [String: Int])?["offset"] == 10)
    #expect(try edits(Self.url.replacing("/x", with: "/é"))?.first?["replacement"] as? String == "é")
    #expect(try edits("https://other.example")?.first?["replacement"] as? String == "https://other.example")
  }

  @Test func aFixThatWritesAPasswordIsNotShown() throws {
    #expect(try edits("x \(Self.url) y") == nil || edits("x \(Self.url) y")?.first?["replacement"] as? String == nil)
    #expect(try edits("http://me:other@host.example/x") == nil)
  }

  @Test func theFixItselfIsWhole() {
    let replacement = Self.url.replacing("http://web", with: "https://web")
    #expect(report(replacement).diagnostics.first?.fix?.edits.first?.replacement == replacement)
  }
}
