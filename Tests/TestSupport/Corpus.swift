public import Foundation

/// Real lists, which are not part of the project: the Markdown files of the folder that AWESOME_CORPUS names.
public enum Corpus {
  /// Why a test over real lists is skipped.
  public static let absence: String = "set AWESOME_CORPUS to a folder of real lists to run this"

  /// The lists, by name; empty where the variable is not set.
  public static let files: [URL] = {
    guard let folder = ProcessInfo.processInfo.environment["AWESOME_CORPUS"], !folder.isEmpty else { return [] }
    let files = try? FileManager.default.contentsOfDirectory(
      at: URL(fileURLWithPath: folder), includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
  }()

  /// The list whose name ends like this.
  public static func file(endingWith suffix: String) -> URL? {
    files.first { $0.deletingPathExtension().lastPathComponent.hasSuffix(suffix) }
  }
}
