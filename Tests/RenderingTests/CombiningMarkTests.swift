import AwesomeList
import BenchmarkSupport
import Foundation
import Linting
import Markdown
import Source
import TestSupport
import Testing

@testable import Rendering

/// A combining mark, selector or joiner after a sign takes nothing from what the sign means, and ends no run.
@Suite struct CombiningMarkTests {
  /// The addresses in HTML by cmark, decoded; those of raw HTML are left out.
  private static func addresses(_ html: String) throws -> [[UInt8]] {
    let pattern = try NSRegularExpression(pattern: #"(?:href|src)="([^"]*)""#)
    return pattern.matches(in: html, range: NSRange(html.startIndex..., in: html)).compactMap { match in
      Range(match.range(at: 1), in: html).map { String(html[$0]) }
    }.filter { !$0.contains("details") }.map { bytes($0.replacingOccurrences(of: "&amp;", with: "&")) }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// An address with the bytes that cmark encodes as they are.
  private static func bytes(_ address: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(address.utf8)[...]
    while let byte = rest.popFirst() {
      let code = rest.prefix(2).compactMap(\.hexDigitValue)
      let isEncoded = byte == UInt8(ascii: "%") && code.count == 2
      bytes.append(isEncoded ? code[0] << 4 | code[1] : byte)
      if isEncoded { rest = rest.dropFirst(2) }
    }
    return bytes
  }

  private static let texts = MarkedList.marks.flatMap(MarkedList.texts) + MarkedList.singleLines

  @Test func addressesAreThoseOfCMark() throws {
    for text in Self.texts {
      let html = try #require(BareParser.html(Array(text.utf8)))
      let found = try Document(SourceText(text)).links.map { Self.bytes($0.destination) }
        .filter { !String(decoding: $0, as: UTF8.self).contains("details") }
      let isSame = found.sorted { $0.lexicographicallyPrecedes($1) } == (try Self.addresses(html))
      #expect(isSame, "\(text.debugDescription)")
    }
  }

  @Test func fixesConverge() throws {
    let linter = Linter()
    for text in Self.texts {
      for includingUnsafe in [false, true] {
        #expect(throws: Never.self, "\(text.debugDescription)") {
          let fixed = try linter.fix(SourceText(text), includingUnsafe: includingUnsafe)
          #expect(try linter.fix(fixed.source, includingUnsafe: includingUnsafe).source.bytes == fixed.source.bytes)
        }
      }
    }
  }

  @Test func renderingKeepsTheContent() throws {
    for text in Self.texts {
      do {
        try expectSameContent(SourceText(text), RenderOptions())
      } catch is RenderingError {
        // A contents list that cannot be kept is refused, not damaged.
      }
    }
  }
}
