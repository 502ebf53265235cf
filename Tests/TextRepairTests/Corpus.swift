import Foundation

/// Real lists to test with, which are not part of the project.
enum Corpus {
  /// The folder that AWESOME_CORPUS names, else `shared/corpus` beside the package; nil when it is not there.
  static var folder: String? {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["AWESOME_CORPUS"]
    let path = named ?? package.deletingLastPathComponent().appending(path: "shared/corpus").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
