import BenchmarkSupport
import Foundation

/// Writes generated lists into a folder: GenerateLists SEED FOLDER
@main
struct GenerateLists {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let seed = UInt64(arguments[1]) else {
      FileHandle.standardError.write(Data("usage: GenerateLists SEED FOLDER\n".utf8))
      exit(2)
    }
    let folder = URL(fileURLWithPath: arguments[2])
    var generator = ListGenerator(seed: seed)
    func write(_ text: String, _ name: String) throws {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try write(generator.markdown(bytes: 1_000_000), "markdown.md")
    try write(generator.html(bytes: 1_000_000), "html.md")
    for number in 1...8 { try write(generator.markdown(bytes: 1_000_000), "large/\(number).md") }
    for number in 1...200 { try write(generator.markdown(bytes: 2_000 + 190 * number), "small/\(number).md") }
  }
}
