public import Foundation

/// Real lists, which are no part of the project; tests over them are skipped where there are none.
public enum Corpus {
  /// What a test that is skipped says.
  public static let absence: String = "there is no corpus of real lists beside the project (AWESOME_CORPUS)"

  /// The lists, by name.
  public static let files: [URL] = {
    let folder =
      ProcessInfo.processInfo.environment["AWESOME_CORPUS"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared/corpus").standardized
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
  }()

  /// The list whose name ends like this.
  public static func file(endingWith suffix: String) -> URL? {
    files.first { $0.deletingPathExtension().lastPathComponent.hasSuffix(suffix) }
  }
}
