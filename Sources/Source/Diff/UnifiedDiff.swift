/// The difference of two texts in the unified format that `patch` reads (POSIX, `diff -u`).
public struct UnifiedDiff: Sendable {
  /// The diff with three lines of context, or nothing when the texts are equal.
  ///
  /// Lines end at LF alone: a CR stays where it is. Bytes that are not UTF-8 come out as U+FFFD.
  public let text: String

  private static let context = 3

  /// Compares two texts; the labels are the names on the `---` and `+++` lines and must hold no line end.
  public init(old: [UInt8], new: [UInt8], oldLabel: String, newLabel: String) {
    guard old != new else {
      text = ""
      return
    }
    let table = LineTable(old: old, new: new)
    let changes = Self.changes(LineAlignment(old: table.old, new: table.new).matches, table)
    var output = Array("--- \(oldLabel)\n+++ \(newLabel)\n".utf8)
    for hunk in Self.hunks(changes) {
      Self.write(hunk, table, to: &output)
    }
    text = String(decoding: output, as: UTF8.self)
  }

  /// The stretches that differ: what lies between one matched line and the next.
  private static func changes(_ matches: [LineMatch], _ table: LineTable) -> [LineGap] {
    var changes: [LineGap] = []
    var old = 0
    var new = 0
    for match in matches + [LineMatch(old: table.old.count, new: table.new.count)] {
      if match.old > old || match.new > new {
        changes.append(LineGap(old: old..<match.old, new: new..<match.new))
      }
      old = match.old + 1
      new = match.new + 1
    }
    return changes
  }

  /// Changes in groups whose contexts touch or overlap.
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

  private static func write(_ hunk: [LineGap], _ table: LineTable, to output: inout [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, table.old.count - last.old.upperBound)
    let old = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let new = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    output += "@@ -\(span(old)) +\(span(new)) @@\n".utf8
    var next = old.lowerBound
    for change in hunk {
      write(table.oldLines[next..<change.old.lowerBound], " ", to: &output)
      write(table.oldLines[change.old], "-", to: &output)
      write(table.newLines[change.new], "+", to: &output)
      next = change.old.upperBound
    }
    write(table.oldLines[next..<old.upperBound], " ", to: &output)
  }

  /// A hunk's first line from 1 and its number of lines, which is left out when it is 1; an empty one names the line before it.
  private static func span(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }

  private static func write(_ lines: ArraySlice<ArraySlice<UInt8>>, _ mark: Character, to output: inout [UInt8]) {
    for line in lines {
      output += mark.utf8
      output += line
      if line.last != UInt8(ascii: "\n") { output += "\n\\ No newline at end of file\n".utf8 }
    }
  }
}
