import SystemPackage

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FilePath {
  /// The working directory, as the empty path: a path below it is then written as a person there would write it.
  static let here = FilePath()

  /// The folder of the file; that of the root is the root.
  var parent: FilePath {
    // `removingLastComponent()` looks up conformances for as long as a small list takes to be read.
    var path = self
    path.removeLastComponent()
    return path
  }

  /// The type of the file that the path leads to; nil for a missing file.
  var type: FileType? { (try? stat())?.type }

  /// The type of the file at the path, which may be a symbolic link; nil for a missing file.
  var linkType: FileType? { (try? stat(followTargetSymlink: false))?.type }

  /// The file's identity under all its names; nil for a missing file.
  var identity: FileIdentity? { (try? stat()).map(FileIdentity.init) }

  /// The absolute path without symbolic links; nil for a missing file.
  var resolved: FilePath? {
    unsafe (isEmpty ? "." : self).withPlatformString { path in
      guard let buffer = unsafe realpath(path, nil) else { return nil }
      defer { unsafe free(buffer) }
      return unsafe FilePath(platformString: buffer)
    }
  }

  /// The resolved path of a file that need not exist itself, as `std::filesystem::weakly_canonical` has it; nil where its folder does not.
  var weaklyResolved: FilePath? {
    if let resolved { return resolved }
    guard let name = lastComponent else { return nil }
    return parent.resolved?.appending(name)
  }

  /// The path from a folder to a file in it; nil for a file elsewhere. Both must be resolved.
  func relative(to folder: FilePath) -> FilePath? {
    var path = self
    return path.removePrefix(folder) ? path : nil
  }

  /// The path as a person in the working directory would write it.
  var shown: String {
    let path = weaklyResolved ?? self
    guard let here = FilePath.here.resolved, let below = path.relative(to: here), !below.isEmpty else {
      return path.string
    }
    return below.string
  }

  /// The nearest folder from this one upwards with a `.git` in it; nil outside of a repository. This path must be resolved.
  var repositoryRoot: FilePath? {
    var folder = self
    while folder.appending(".git").type == nil {
      guard folder.removeLastComponent() else { return nil }
    }
    return folder
  }

  /// The path of a file from the root of its repository; nil for a missing file, and outside of a repository.
  var pathInRepository: String? {
    guard let file = resolved, let root = file.parent.repositoryRoot else { return nil }
    return file.relative(to: root)?.string
  }

  /// Makes the folder and those above it, where they are missing.
  func makeFolders() throws(FileError) {
    if isEmpty || type == .directory { return }
    try parent.makeFolders()
    let status = unsafe withPlatformString { unsafe mkdir($0, 0o777) }
    if status != 0, errno != EEXIST { throw FileError.unwritable(string, Errno(rawValue: errno)) }
  }

  /// The names of a folder's files in the order of their bytes; empty where it cannot be read.
  var fileNames: [String] {
    guard let directory = unsafe (isEmpty ? "." : self).withPlatformString({ unsafe opendir($0) }) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

extension FileType {
  /// Whether it is a pipe, a socket or a device, whose content cannot be replaced.
  var isStream: Bool { ![.regular, .directory, .symbolicLink].contains(self) }
}

/// What is the same for all names of one file, and differs from every other file.
struct FileIdentity: Hashable {
  private let device: DeviceID
  private let inode: Inode

  init(_ stat: Stat) {
    device = stat.deviceID
    inode = stat.inode
  }
}
