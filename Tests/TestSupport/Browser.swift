import Foundation

/// A browser without a window, where the machine has one.
public enum Browser {
  private static let path = ["/usr/bin/chromium", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  public static var isInstalled: Bool { path != nil }

  /// The document after the browser has loaded a page and run its scripts.
  public static func document(of page: String, fragment: String = "") throws -> String {
    guard let path else { throw CocoaError(.fileNoSuchFile) }
    let folder = try TemporaryFolder()
    try folder.write(page, to: "page.html")
    let options = ["--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile"]
    let program = Program(URL(fileURLWithPath: path))
    return try program.run(options + ["--dump-dom", "file://\(folder.path)/page.html\(fragment)"]).outputText
  }
}
