/// The difference of two texts in the unified format that `patch` reads (POSIX, `diff -u`).
public struct UnifiedDiff: Sendable {
  /// The diff with three lines of context; empty if the texts are equal.
  ///
  /// Lines end only at LF: a CR is part of its line. Invalid UTF-8 becomes U+FFFD.
  public let text: String
  /// The lines that are added, removed or replaced; a line that replaces another counts once.
  public let changedLineCount: Int

  private static let context = 3

  /// Compares two texts; the labels are the names after `---` and `+++`, without a newline.
  public init(old: [UInt8], new: [UInt8], oldLabel: String, newLabel: String) {
    guard old != new else {
      text = ""
      changedLineCount = 0
      return
    }
    let lines = (old: Self.lines(of: old), new: Self.lines(of: new))
    let whole = LineGap(old: lines.old.indices, new: lines.new.indices)
    let changes = whole.parts(between: LineAlignment(old: lines.old, new: lines.new).matches).filter { $0.count > 0 }
    var output = Array("--- \(oldLabel)\n+++ \(newLabel)\n".utf8)
    for hunk in Self.hunks(changes) { Self.write(hunk, of: lines, to: &output) }
    text = String(decoding: output, as: UTF8.self)
    changedLineCount = changes.reduce(0) { $0 + max($1.old.count, $1.new.count) }
  }

  private typealias Lines = [ArraySlice<UInt8>]

  /// Lines with their line feeds; the last may have none.
  private static func lines(of bytes: [UInt8]) -> Lines {
    var lines: Lines = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// Groups changes whose contexts touch or overlap.
  private static func hunks(_ changes: [LineGap]) -> [[LineGap]] {
    var hunks: [[LineGap]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private static func write(_ hunk: [LineGap], of lines: (old: Lines, new: Lines), to output: inout [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, lines.old.count - last.old.upperBound)
    let old = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let new = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    output += "@@ -\(span(old)) +\(span(new)) @@\n".utf8
    var next = old.lowerBound
    for change in hunk {
      write(lines.old[next..<change.old.lowerBound], " ", to: &output)
      write(lines.old[change.old], "-", to: &output)
      write(lines.new[change.new], "+", to: &output)
      next = change.old.upperBound
    }
    write(lines.old[next..<old.upperBound], " ", to: &output)
  }

  /// A hunk's first line, from 1, and its number of lines unless that is 1; an empty hunk has the line before it.
  private static func span(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }

  private static func write(_ lines: ArraySlice<ArraySlice<UInt8>>, _ marker: Character, to output: inout [UInt8]) {
    for line in lines {
      output += marker.utf8
      output += line
      if line.last != UInt8(ascii: "\n") { output += "\n\\ No newline at end of file\n".utf8 }
    }
  }
}
