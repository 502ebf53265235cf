import AwesomeList
import Diagnostics
import Markdown
import Source

extension RuleContext {
  /// The lists that are directly before or after another one, divided by nothing but the kind of bullet, by their starts.
  func adjacentLists() -> Set<Int> {
    Set(neighbours().flatMap { [$0.lowerBound, $1.lowerBound] })
  }

  /// The lists that follow another one with a blank line between them, by their starts.
  func dividedLists() -> Set<Int> {
    let divided = neighbours().filter { list, next in
      source.bytes(in: SourceRange(list.upperBound - 1, next.lowerBound)).count { $0 == UInt8(ascii: "\n") } > 1
    }
    return Set(divided.map(\.1.lowerBound))
  }

  /// The pairs of lists that nothing but the kind of bullet divides.
  private func neighbours() -> [(SourceRange, SourceRange)] {
    let lists = index.kinds.lists.map(\.range)
    var pairs: [(SourceRange, SourceRange)] = []
    for (position, list) in lists.enumerated() {
      // What is nested in the list comes between it and the next one.
      guard let next = lists[(position + 1)...].first(where: { $0.lowerBound >= list.upperBound }) else { continue }
      let gap = SourceRange(list.upperBound, next.lowerBound)
      guard gap.count < 200, source.bytes(in: gap).allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: ">") }) else {
        continue
      }
      pairs.append((list, next))
    }
    return pairs
  }

  /// The inlines of a kind that are marked with the other of the two marks than most.
  func markerProblems(of kind: Inline.Kind, length: Int) -> [Diagnostic] {
    let marked = index.inlines.filter { inline in
      inline.kind == kind && inline.range.count > 2 * length
        && "*_".utf8.contains(source.bytes[inline.range.lowerBound])
    }
    let markers = marked.map { source.bytes[$0.range.lowerBound] }
    guard let wanted = followsAwesomeLint ? markers.first : Majority(markers).mostCommon else { return [] }
    return zip(marked, markers).compactMap { inline, marker in
      guard wanted != marker else { return nil }
      let open = SourceRange(inline.range.lowerBound, inline.range.lowerBound + length)
      let close = SourceRange(inline.range.upperBound - length, inline.range.upperBound)
      let marks = String(repeating: Character(Unicode.Scalar(wanted)), count: length)
      let fix = Fix.safe(Edit(open, marks), Edit(close, marks))
      return diagnostic(
        "different marker; use “\(marks)”, as in the rest of the file", at: inline.range,
        fix: canTurn(inline, into: wanted, length: length) ? fix : nil)
    }
  }

  /// Whether the other mark means the same there: underscores do not within words, and neither does next to marks of its kind.
  private func canTurn(_ inline: LocatedInline, into mark: UInt8, length: Int) -> Bool {
    let inner = SourceRange(inline.range.lowerBound + length, inline.range.upperBound - length)
    let before = inline.range.lowerBound > 0 ? source.bytes[inline.range.lowerBound - 1] : 0x20
    let behind = inline.range.upperBound < source.bytes.count ? source.bytes[inline.range.upperBound] : 0x20
    let isFree = { (byte: UInt8) in
      byte <= 0x20 || (byte < 0x80 && !byte.isASCIIAlphanumeric && !"*_".utf8.contains(byte))
    }
    return isFree(before) && isFree(behind) && !source.bytes(in: inner).contains { "*_".utf8.contains($0) }
  }
}
