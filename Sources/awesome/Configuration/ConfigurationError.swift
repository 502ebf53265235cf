/// What is wrong with a configuration file, and where.
struct ConfigurationError: Error, CustomStringConvertible {
  let file: String
  /// The line and column, from 1; nil where the whole file is meant.
  let place: (line: Int, column: Int)?
  /// A phrase without a full stop.
  let problem: String

  var description: String {
    guard let place else { return "\(file): \(problem)" }
    return "\(file):\(place.line):\(place.column): \(problem)"
  }
}
