import SystemPackage

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Replaces files so that at every moment either the old or the new content is there whole.
enum AtomicFile {
  /// Writes a file by way of a temporary one in the same folder; permissions, and the owner where that is allowed, stay as they were.
  ///
  /// A file that the user may not write is refused, though its folder would let it be replaced.
  /// A symbolic link stays one: its target is replaced. A pipe or a device is written to.
  static func write(_ bytes: [UInt8], to path: FilePath) throws(FileError) {
    let target = try target(of: path)
    let old = try? target.stat()
    if old?.type == .directory { throw .directory(path.string) }
    do {
      if let old, old.type.isStream {
        let stream = try FileDescriptor.open(target, .writeOnly, options: .closeOnExec)
        try stream.closeAfter { try stream.write(bytes) }
      } else {
        if old != nil { try check(unsafe faccessat(AT_FDCWD, target.string, W_OK, AT_EACCESS)) }
        try replace(target, with: bytes, like: old)
      }
    } catch {
      throw FileError(writing: path.string, error)
    }
  }

  /// The file that a path leads to through symbolic links, which need not exist when the path is no link.
  private static func target(of path: FilePath) throws(FileError) -> FilePath {
    guard path.linkType == .symbolicLink else { return path }
    guard let target = path.resolved else { throw .danglingLink(path.string) }
    return target
  }

  private static func replace(_ target: FilePath, with bytes: [UInt8], like old: Stat?) throws {
    let name = ".awesome-" + String(UInt64.random(in: 0 ... .max), radix: 36)
    let temporary = target.parent.appending(name)
    // Nobody else may read a private file's content in the meantime; a new file gets what the user's mask leaves.
    let file = try FileDescriptor.open(
      temporary, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: old == nil ? FilePermissions(rawValue: 0o666) : .ownerReadWrite)
    do {
      try file.closeAfter { try fill(file, with: bytes, like: old) }
      try check(unsafe rename(temporary.string, target.string))
    } catch {
      unsafe unlink(temporary.string)
      throw error
    }
    synchronize(target.parent)
  }

  private static func fill(_ file: FileDescriptor, with bytes: [UInt8], like old: Stat?) throws {
    try file.write(bytes)
    if let old {
      let (owner, group) = (old.userID.rawValue, old.groupID.rawValue)
      // The owner first, because changing it clears the set-user-ID bits. Only root may change it; the group can often be kept then.
      let isOwnerKept = fchown(file.rawValue, owner, group) == 0
      if !isOwnerKept { _ = fchown(file.rawValue, uid_t.max, group) }
      // Those bits would lend the user's rights where they lent another's.
      let permissions = old.permissions.rawValue
      try check(fchmod(file.rawValue, isOwnerKept ? permissions : permissions & 0o777))
    }
    try check(fsync(file.rawValue))
  }

  /// Makes the renaming last through a power cut; file systems that cannot do so lose nothing else.
  private static func synchronize(_ folder: FilePath) {
    guard let folder = try? FileDescriptor.open(folder.isEmpty ? "." : folder, .readOnly, options: .closeOnExec) else {
      return
    }
    fsync(folder.rawValue)
    try? folder.close()
  }

  /// Throws the system's error where a call did not return 0.
  private static func check(_ result: CInt) throws(Errno) {
    guard result == 0 else { throw Errno(rawValue: errno) }
  }
}
