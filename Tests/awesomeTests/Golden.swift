import Foundation
import Testing

/// Compares a text with the file of that name in `Goldens`; with `UPDATE_GOLDENS=1` it writes the file instead.
func expectGolden(_ text: String, _ name: String, location: SourceLocation = #_sourceLocation) throws {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
    try Data(text.utf8).write(to: url)
    return
  }
  let golden = String(decoding: (try? Data(contentsOf: url)) ?? Data(), as: UTF8.self)
  #expect(text == golden, "not as in \(url.lastPathComponent)", sourceLocation: location)
}
