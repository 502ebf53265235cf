import AwesomeList
import BareParsing
import Diagnostics
import Foundation
import Linting
import Source
import TestSupport
import Testing

/// What fixing may change: the words and addresses that a finding's own fix edits, and nothing else.
@Suite(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)))
struct FixPropertyTests {
  /// One round of fixes, and what they edit, to the blanks around it.
  private struct Round {
    let old: SourceText
    let new: SourceText
    let oldPieces: [String]
    let newPieces: [String]

    init?(_ source: SourceText, includingUnsafe: Bool) throws {
      old = source
      var end = -1
      var edits: [Edit] = []
      for fix in Linter().lint(try Linter.list(source)).compactMap(\.fix) where fix.isSafe || includingUnsafe {
        let ranges = fix.edits.map(\.range)
        guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max(), first > end else {
          continue
        }
        edits += fix.edits
        end = last
      }
      if edits.isEmpty { return nil }
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
    static func difference(_ left: [String], _ right: [String]) -> Set<String> {
      let (old, new) = (SourceText(right.joined(separator: "\n")), SourceText(left.joined(separator: "\n")))
      return Set(zip(left, LineChanges(old: old, new: new).origins).filter { $1 == nil }.map(\.0))
    }
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
    Set(try Linter.list(source).links.map(\.url))
  }

  @Test(arguments: Corpus.files, [false, true])
  func onlyWhatAFindingEditsChanges(_ file: URL, includingUnsafe: Bool) throws {
    var source = SourceText(utf8: Array(try Data(contentsOf: file)))
    var rounds = 0
    while rounds < 10, let round = try Round(source, includingUnsafe: includingUnsafe) {
      let old = words(try #require(BareParser.plainText(round.old.bytes)))
      let new = words(try #require(BareParser.plainText(round.new.bytes)))
      let (oldWords, newWords) = (Set(round.oldPieces.flatMap(words)), Set(round.newPieces.flatMap(words)))
      let removed = Round.difference(old, new).filter { !isMade($0[...], of: oldWords) }
      let added = Round.difference(new, old).filter { !isMade($0[...], of: newWords) }
      #expect(removed.isEmpty && added.isEmpty, "removed \(removed), added \(added)")
      let gone = try addresses(round.old).subtracting(addresses(round.new))
      #expect(gone.allSatisfy { url in round.oldPieces.contains { $0.contains(url) } }, "\(gone)")
      let come = try addresses(round.new).subtracting(addresses(round.old))
      #expect(come.allSatisfy { url in round.newPieces.contains { $0.contains(url) } }, "\(come)")
      source = round.new
      rounds += 1
    }
    #expect(rounds < 10)
  }
}
