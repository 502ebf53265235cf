import YAML

/// A fault in a configuration file.
struct ConfigurationError: Error, CustomStringConvertible {
  let file: String
  /// The line and column, from 1; nil for the whole file.
  let place: Place?
  /// A phrase without a full stop.
  let problem: String

  var description: String {
    guard let place else { return "\(file): \(problem)" }
    return "\(file):\(place.line):\(place.column): \(problem)"
  }
}
