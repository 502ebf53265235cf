public import Foundation

/// Output that is kept beside its test, in the folder `Goldens`.
public enum Golden {
  /// An output that differs from the one that is kept.
  public struct Mismatch: Error, CustomStringConvertible {
    public let description: String
  }

  /// Compares an output with the one that is kept; with `UPDATE_GOLDENS=1` in the environment it is kept instead.
  ///
  /// - Throws: `Mismatch`, which shows the first line that differs.
  public static func check(_ output: String, _ name: String, file: StaticString = #filePath) throws {
    let folder = URL(fileURLWithPath: "\(file)").deletingLastPathComponent().appendingPathComponent("Goldens")
    try check(output, at: folder.appendingPathComponent(name), remedy: "UPDATE_GOLDENS=1 keeps what it is now")
  }

  /// The same for any file; the remedy is the last line of the mismatch.
  public static func check(_ output: String, at golden: URL, remedy: String) throws {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(output.utf8).write(to: golden)
      return
    }
    guard let kept = try? Data(contentsOf: golden) else {
      throw Mismatch(description: "There is no file \(golden.path); \(remedy).")
    }
    let expected = String(decoding: kept, as: UTF8.self)
    guard Array(expected.utf8) != Array(output.utf8) else { return }
    throw Mismatch(description: "\(golden.lastPathComponent) differs: \(remedy)\n" + difference(expected, output))
  }

  private static func difference(_ expected: String, _ output: String) -> String {
    let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let right = output.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(left.count, right.count)
    let old = line < left.count ? String(left[line]).debugDescription : "nothing"
    let new = line < right.count ? String(right[line]).debugDescription : "nothing"
    return "line \(line + 1)\n  kept: \(old)\n  now:  \(new)"
  }
}
