#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the system knows about a file.
struct FileStatus {
  enum Kind {
    case regular
    case directory
    case symbolicLink
    /// A pipe, a socket or a device.
    case other
  }

  /// What tells one file from another, whatever it is called.
  struct Identity: Hashable {
    let device: UInt64
    let file: UInt64
  }

  let kind: Kind
  let identity: Identity
  let size: Int
  /// The permission bits.
  let permissions: mode_t
  let owner: uid_t
  let group: gid_t

  /// The status of the file that a path leads to.
  init(of path: Path) throws(SystemError) {
    var buffer = stat()
    guard stat(path.text, &buffer) == 0 else { throw .last }
    self.init(buffer)
  }

  /// The status of the file at a path, which may be a symbolic link.
  init(ofLink path: Path) throws(SystemError) {
    var buffer = stat()
    guard lstat(path.text, &buffer) == 0 else { throw .last }
    self.init(buffer)
  }

  private init(_ buffer: stat) {
    switch buffer.st_mode & S_IFMT {
    case S_IFREG: kind = .regular
    case S_IFDIR: kind = .directory
    case S_IFLNK: kind = .symbolicLink
    default: kind = .other
    }
    identity = Identity(
      device: UInt64(truncatingIfNeeded: buffer.st_dev), file: UInt64(truncatingIfNeeded: buffer.st_ino))
    size = Int(buffer.st_size)
    permissions = buffer.st_mode & 0o7777
    owner = buffer.st_uid
    group = buffer.st_gid
  }
}
