import SystemPackage

/// The list that is meant when none is named.
enum DefaultList {
  /// `awesome.md`, else the README, each in any case; nil where a folder has neither.
  static func name(in folder: FilePath) -> String? {
    let names = folder.fileNames
    for wanted in ["awesome.md", "readme.md", "readme.markdown", "readme"] {
      if names.contains(wanted) { return wanted }
      if let name = names.first(where: { $0.lowercased() == wanted }) { return name }
    }
    return nil
  }

  /// The README of a folder as it is spelt there, else `README.md`.
  static func readme(in folder: FilePath) -> String {
    folder.fileNames.first { $0.lowercased() == "readme.md" } ?? "README.md"
  }
}
