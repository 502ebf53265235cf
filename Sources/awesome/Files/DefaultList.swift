#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The list that is meant when none is named.
enum DefaultList {
  /// `awesome.md`, else the README, each in any case; nil where a folder has neither.
  static func name(in folder: Path) -> String? {
    let names = names(in: folder)
    for wanted in ["awesome.md", "readme.md", "readme.markdown", "readme"] {
      if names.contains(wanted) { return wanted }
      if let name = names.first(where: { $0.lowercased() == wanted }) { return name }
    }
    return nil
  }

  /// The README of a folder as it is spelt there, else `README.md`.
  static func readme(in folder: Path) -> String {
    names(in: folder).first { $0.lowercased() == "readme.md" } ?? "README.md"
  }

  /// The names of a folder's files in the order of their bytes.
  static func names(in folder: Path) -> [String] {
    guard let directory = opendir(folder.text) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      names.append(name)
    }
    return names.sorted()
  }
}
