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
  /// The rules whose safe fixes change an address in one of their own test vectors.
  private func rulesAboutAddresses() throws -> Set<String> {
    let rules = try Rule.all.filter { rule in
      let linter = Linter(rules: [rule], severities: [rule.id: .error])
      return try rule.vectors.contains { vector in
        let source = SourceText(vector.text)
        return try addresses(linter.fix(source).source) != addresses(source)
      }
    }
    return Set(rules.map(\.id))
  }

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
    let exempt = try rulesAboutAddresses()
    #expect(exempt.count < 10)
    let rules = Rule.all.filter { !exempt.contains($0.id) }
    let fixed = try Linter(rules: rules).fix(source).source
    #expect(try addresses(fixed).symmetricDifference(addresses(source)) == [])
  }
}
