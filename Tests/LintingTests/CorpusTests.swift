import AwesomeList
import Diagnostics
import Foundation
import Linting
import Markdown
import Source
import TestSupport
import Testing

@Suite(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)))
struct CorpusTests {
  /// The rules that say themselves that they change an address.
  private static let rulesAboutAddresses: Set<String> = [
    "url-tracking", "url-form", "badge", "html-entity", "entry-link",
  ]

  private func addresses(_ source: SourceText) throws -> Set<String> {
    Set(try List(source).links.map(\.url).filter { !$0.hasPrefix("#") })
  }

  @Test(arguments: Corpus.files)
  func fixingConvergesAndThenChangesNothing(_ file: URL) throws {
    let source = SourceText(utf8: Array(try Data(contentsOf: file)))
    let once = try Linter().fix(source).source
    let twice = try Linter().fix(once)
    #expect(twice.source.bytes == once.bytes)
    #expect(twice.fixCount == 0)
  }

  @Test(arguments: Corpus.files)
  func onlyRulesAboutAddressesChangeAddresses(_ file: URL) throws {
    let source = SourceText(utf8: Array(try Data(contentsOf: file)))
    let rules = Rule.all.filter { !Self.rulesAboutAddresses.contains($0.id) && $0.id != "ci-badge" }
    let fixed = try Linter(rules: rules).fix(source).source
    #expect(try addresses(fixed).symmetricDifference(addresses(source)) == [])
  }
}
