import AwesomeList
import BenchmarkSupport
import Diagnostics
import Foundation
import Linting
import Source
import TestSupport
import Testing

/// What fixing may change: the words and addresses that a finding's own fix edits, and nothing else.
@Suite struct FixPropertyTests {
  /// One round of fixes, and what they edit, to the blanks around it.
  private struct Round {
    let old: SourceText
    let new: SourceText
    let oldPieces: [String]
    let newPieces: [String]

    /// The fixes that can be applied at once; nil where there is none.
    init?(fixing source: SourceText, includingUnsafe: Bool) throws {
      var end = -1
      var edits: [Edit] = []
      for fix in try Linter().lint(source).compactMap(\.fix) where fix.isSafe || includingUnsafe {
        let ranges = fix.edits.map(\.range)
        guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max(), first > end else {
          continue
        }
        edits += fix.edits
        end = last
      }
      if edits.isEmpty { return nil }
      self.init(source, edits)
    }

    init(_ source: SourceText, _ edits: [Edit]) {
      old = source
      new = SourceText(utf8: edits.applied(to: source.bytes).bytes)
      var shift = 0
      var (oldPieces, newPieces): ([String], [String]) = ([], [])
      for edit in edits.sorted(by: { $0.range < $1.range }) {
        let start = edit.range.lowerBound + shift
        let end = start + edit.replacement.utf8.count
        oldPieces.append(Self.piece(edit.range, of: old))
        newPieces.append(Self.piece(SourceRange(start, end), of: new))
        shift += edit.replacement.utf8.count - edit.range.count
      }
      (self.oldPieces, self.newPieces) = (oldPieces, newPieces)
    }

    /// The text of a range with the words that it begins and ends in.
    private static func piece(_ range: SourceRange, of source: SourceText) -> String {
      var (start, end) = (range.lowerBound, range.upperBound)
      while start > 0, source.bytes[start - 1] > 0x20 { start -= 1 }
      while end < source.bytes.count, source.bytes[end] > 0x20 { end += 1 }
      return source[SourceRange(start, end)]
    }

    /// What one text has that the other has not at the same place.
    private static func difference(_ left: [String], _ right: [String]) -> Set<String> {
      let (old, new) = (SourceText(right.joined(separator: "\n")), SourceText(left.joined(separator: "\n")))
      return Set(zip(left, LineChanges(old: old, new: new).origins).filter { $1 == nil }.map(\.0))
    }

    /// The words that a reader misses or finds, and the addresses, although no edit has them.
    func changesElsewhere() throws -> Set<String> {
      let before = words(try #require(BareParser.plainText(old.bytes)))
      let after = words(try #require(BareParser.plainText(new.bytes)))
      let (oldWords, newWords) = (Set(oldPieces.flatMap(words)), Set(newPieces.flatMap(words)))
      let removed = Self.difference(before, after).filter { !isMade($0[...], of: oldWords) }
      let added = Self.difference(after, before).filter { !isMade($0[...], of: newWords) }
      let (urls, newURLs) = (try addresses(old), try addresses(new))
      let gone = urls.subtracting(newURLs).filter { url in !oldPieces.contains { $0.contains(url) } }
      let come = newURLs.subtracting(urls).filter { url in !newPieces.contains { $0.contains(url) } }
      return removed.union(added).union(gone).union(come)
    }

    private func words(_ text: String) -> [String] {
      text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Whether a word is one of some words, or several of them: images that touch leave no blank between their texts.
    private func isMade(_ word: Substring, of words: Set<String>) -> Bool {
      if words.contains(String(word)) { return true }
      return word.indices.dropFirst().contains { index in
        words.contains(String(word[..<index])) && isMade(word[index...], of: words)
      }
    }

    private func addresses(_ source: SourceText) throws -> Set<String> {
      Set(try List(source).links.map(\.url))
    }
  }

  @Test(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)), arguments: Corpus.files, [false, true])
  func onlyWhatAFindingEditsChanges(_ file: URL, includingUnsafe: Bool) throws {
    var source = SourceText(utf8: Array(try Data(contentsOf: file)))
    var rounds = 0
    while rounds < 10, let round = try Round(fixing: source, includingUnsafe: includingUnsafe) {
      #expect(try round.changesElsewhere() == [])
      source = round.new
      rounds += 1
    }
    #expect(rounds < 10)
  }

  /// The test above notices fixes that do more than their edits show.
  @Test(arguments: [
    (Edit(SourceRange(5, 5), "\n\n<!-- "), ["a", "https://a.example"]),
    (Edit(SourceRange(5, 5), "\n\n    "), ["https://a.example"]), (Edit(SourceRange(5, 9), "more"), []),
    (Edit(SourceRange(14, 31), "https://b.example"), []),
  ])
  func aFixThatChangesMoreIsNoticed(edit: Edit, changes: [String]) throws {
    let source = SourceText("This kept [a](https://a.example)\n")
    let found = try Round(source, [edit]).changesElsewhere()
    #expect(found.isSuperset(of: changes) && found.isEmpty == changes.isEmpty, "\(found)")
  }
}
