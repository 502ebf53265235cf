#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Path {
  /// The file's bytes; the name is what errors call it.
  func read(as name: String, limit: Int) throws(FileError) -> [UInt8] {
    let descriptor = open(text, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let error = SystemError.last
      throw error.number == ENOENT || error.number == ENOTDIR ? .missing(name) : .unreadable(name, error)
    }
    defer { close(descriptor) }
    return try FileDescriptor(number: descriptor).contents(as: name, limit: limit)
  }
}

extension FileDescriptor {
  /// The bytes up to the end; the name is what errors call the file.
  func contents(as name: String, limit: Int) throws(FileError) -> [UInt8] {
    switch readAll(limit: limit) {
    case .success(let bytes) where bytes.count > limit: throw .tooLarge(name, limit: limit)
    case .success(let bytes): return bytes
    case .failure(let error) where error.number == EISDIR: throw .directory(name)
    case .failure(let error): throw .unreadable(name, error)
    }
  }
}
