import Yams

/// A fault in a configuration file.
struct ConfigurationError: Error, CustomStringConvertible {
  let file: String
  /// The line and column, from 1; nil for the whole file.
  let place: (line: Int, column: Int)?
  /// A phrase without a full stop.
  let problem: String

  var description: String {
    guard let place else { return "\(file): \(problem)" }
    return "\(file):\(place.line):\(place.column): \(problem)"
  }
}

extension ConfigurationError {
  /// The library's error with the place it names.
  init(_ error: YamlError, file: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // The library takes a pattern without quotes for an alias, and says so to nobody who does not know aliases.
      let hint = problem.contains("alphabetic or numeric") ? "; put text that begins with `*` or `&` in quotes" : ""
      self.init(file: file, place: (mark.line, mark.column), problem: "not YAML: \(problem)\(hint)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "`\($0)`" }.joined(separator: ", ")
      let mark = context.mark
      // The library names the first of the two, which need not be the one to remove.
      if let key = duplicates.first, let line = Self.line(repeating: key, at: mark, in: context.text) {
        self.init(
          file: file, place: (line, mark.column),
          problem: "duplicate key `\(key)`; the first one is on line \(mark.line)")
      } else {
        self.init(file: file, place: (mark.line, mark.column), problem: "duplicate key \(keys)")
      }
    case .reader(let problem, _, _, _):
      self.init(file: file, place: nil, problem: "not YAML: \(problem)")
    default:
      self.init(file: file, place: nil, problem: "cannot be read as YAML")
    }
  }

  /// The line below a key that repeats it in the same mapping; nil where that is not certain.
  private static func line(repeating key: String, at mark: Mark, in yaml: String) -> Int? {
    let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated().dropFirst(mark.line) {
      let text = line.drop { $0 == " " }
      if text.isEmpty || text.hasPrefix("#") { continue }
      let indent = line.count - text.count
      // A line further to the left ends the mapping.
      if indent < mark.column - 1 { return nil }
      guard indent == mark.column - 1, text.hasPrefix(key) else { continue }
      if text.dropFirst(key.count).drop(while: { $0 == " " }).hasPrefix(":") { return index + 1 }
    }
    return nil
  }
}
