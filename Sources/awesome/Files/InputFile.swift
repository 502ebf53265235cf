/// A list as it was read, with the configuration that holds for it.
struct InputFile: Sendable {
  /// The most bytes that are read; the largest lists have a tenth of that.
  static let sizeLimit = 8 << 20

  /// What reports call it.
  let name: String
  /// Where it is; nil for standard input.
  let path: Path?
  let bytes: [UInt8]
  let configuration: Configuration

  /// A sentence that begins with the file's name.
  func failure(_ problem: some CustomStringConvertible) -> Failure {
    Failure("\(name): \(problem)")
  }
}
