public import Source

extension UnifiedDiff {
  /// The diff as people see it: with control characters escaped, and in colours if the style has them.
  public func shown(_ style: ReportStyle) -> [UInt8] {
    let ansi = ANSIStyle(style: style)
    var output: [UInt8] = []
    for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n")).enumerated() {
      let bytes = Array(line)
      func write(_ output: inout [UInt8]) { output.append(inert: bytes, bytes.indices) }
      if let part = Self.part(line.first, isHead: number < 2) {
        ansi.paint(part, in: &output, write)
      } else {
        write(&output)
      }
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }

  /// The part that a line is, by its first byte: the names of the files are only on the first two lines.
  private static func part(_ first: UInt8?, isHead: Bool) -> ANSIStyle.Part? {
    switch first {
    case _ where isHead: .fileName
    case UInt8(ascii: "-"): .removed
    case UInt8(ascii: "+"): .added
    case UInt8(ascii: "@"): .hunk
    default: nil
    }
  }
}
