public import Foundation

/// A folder of a test's own, which goes with it.
public final class TemporaryFolder: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("awesome-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  public var path: String { url.path }

  /// Writes a file, and the folders above it.
  ///
  /// - Returns: its path.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult
  public func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  /// Reads a file; not by `Data(contentsOf:)`, which on Linux loses 4 KiB of memory for each empty one.
  public func read(_ name: String) throws -> [UInt8] {
    let file = try FileHandle(forReadingFrom: url.appendingPathComponent(name))
    defer { try? file.close() }
    return Array(try file.readToEnd() ?? Data())
  }
}
