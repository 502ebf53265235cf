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
  static func write(_ bytes: [UInt8], to path: Path) throws(FileError) {
    let target = try target(of: path)
    let old = try? FileStatus(of: target)
    switch old?.kind {
    case .directory: throw .directory(path.text)
    case .other: try overwrite(target, with: bytes, name: path.text)
    case .regular? where faccessat(AT_FDCWD, target.text, W_OK, AT_EACCESS) != 0: throw .unwritable(path.text, .last)
    default: try replace(target, with: bytes, old: old, name: path.text)
    }
  }

  /// The file that a path leads to through symbolic links, which need not exist when the path is no link.
  private static func target(of path: Path) throws(FileError) -> Path {
    guard let status = try? FileStatus(ofLink: path), status.kind == .symbolicLink else { return path }
    guard let target = path.resolved else { throw .danglingLink(path.text) }
    return target
  }

  private static func overwrite(_ target: Path, with bytes: [UInt8], name: String) throws(FileError) {
    let descriptor = open(target.text, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(name, .last) }
    defer { close(descriptor) }
    if let number = FileDescriptor(number: descriptor).writeAll(bytes) {
      throw .unwritable(name, SystemError(number: number))
    }
  }

  private static func replace(
    _ target: Path, with bytes: [UInt8], old: FileStatus?, name: String
  ) throws(FileError) {
    let folder = target.parent
    var template = Array(folder.appending(".awesome-XXXXXX").text.utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .unwritable(name, .last) }
    let temporary = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    var isOpen = true
    do throws(SystemError) {
      try fill(descriptor, with: bytes, like: old)
      isOpen = false
      guard close(descriptor) == 0 else { throw .last }
      guard rename(temporary, target.text) == 0 else { throw .last }
    } catch {
      if isOpen { close(descriptor) }
      unlink(temporary)
      throw .unwritable(name, error)
    }
    synchronize(folder)
  }

  private static func fill(_ descriptor: Int32, with bytes: [UInt8], like old: FileStatus?) throws(SystemError) {
    if let number = FileDescriptor(number: descriptor).writeAll(bytes) { throw SystemError(number: number) }
    if let old {
      // The owner first, because changing it clears the set-user-ID bits. Only root may change it; the group can often be kept then.
      let isOwnerKept = fchown(descriptor, old.owner, old.group) == 0
      if !isOwnerKept { _ = fchown(descriptor, uid_t.max, old.group) }
      // Those bits would lend the user's rights where they lent another's.
      guard fchmod(descriptor, isOwnerKept ? old.permissions : old.permissions & 0o777) == 0 else { throw .last }
    } else {
      let mask = umask(0)
      umask(mask)
      guard fchmod(descriptor, 0o666 & ~mask) == 0 else { throw .last }
    }
    guard fsync(descriptor) == 0 else { throw .last }
  }

  /// Makes the renaming last through a power cut; file systems that cannot do so lose nothing else.
  private static func synchronize(_ folder: Path) {
    let descriptor = open(folder.text, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
