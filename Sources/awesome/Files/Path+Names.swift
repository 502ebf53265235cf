#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Path {
  /// The names of a folder's files in the order of their bytes; nothing where it cannot be read.
  var names: [String] {
    guard let directory = opendir(text) else { return [] }
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
