/// Applies a unified diff as `patch` would, without fuzz.
struct Patch {
  private let lines: [[UInt8]]

  init(_ text: String) {
    lines = Self.split(Array(text.utf8))
  }

  /// The new text; nil if a kept or removed line differs from the old text.
  func applied(to old: String) -> String? {
    let source = Self.split(Array(old.utf8))
    var output: [[UInt8]] = []
    var next = 0
    for (index, line) in lines.enumerated().dropFirst(2) {
      var body = Array(line.dropFirst())
      if index + 1 < lines.count, lines[index + 1].first == UInt8(ascii: "\\") { body.removeLast() }
      switch line.first.map({ Character(Unicode.Scalar($0)) }) {
      case "@":
        guard let start = Self.start(of: line), start >= next, start <= source.count else { return nil }
        output += source[next..<start]
        next = start
      case " ":
        guard next < source.count, source[next] == body else { return nil }
        output.append(body)
        next += 1
      case "-":
        guard next < source.count, source[next] == body else { return nil }
        next += 1
      case "+": output.append(body)
      case "\\": break
      default: return nil
      }
    }
    return String(decoding: (output + source[next...]).joined(), as: UTF8.self)
  }

  /// The 0-based line at which a hunk begins, from its `@@ -line,count` head.
  private static func start(of line: [UInt8]) -> Int? {
    let head = String(decoding: line, as: UTF8.self).split(separator: " ")[1].dropFirst().split(separator: ",")
    guard let first = Int(head[0]) else { return nil }
    return head.count == 2 && head[1] == "0" ? first : first - 1
  }

  private static func split(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var current: [UInt8] = []
    for byte in bytes {
      current.append(byte)
      if byte == UInt8(ascii: "\n") {
        lines.append(current)
        current = []
      }
    }
    return current.isEmpty ? lines : lines + [current]
  }
}
