import LinkChecking
import LinkHistory
import Source
import Synchronization
import SystemPackage

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file of a run's outcomes: each is written at once, so that a run that is killed has lost none.
final class Journal: Sendable {
  /// The largest one that is read, in bytes.
  private static let limit = 1 << 32

  let name: String
  private let file: FileDescriptor
  private let error = Mutex<FileError?>(nil)

  /// Opens a file for writing.
  ///
  /// - Parameter keptBytes: the length of the beginning that stays; 0 for a new journal.
  init(_ name: String, keptBytes: Int) throws(Failure) {
    self.name = name
    do {
      file = try FileDescriptor.open(
        FilePath(name), .writeOnly, options: [.create, .append, .closeOnExec],
        permissions: FilePermissions(rawValue: 0o666))
      if try file.stat().type == .regular, ftruncate(file.rawValue, off_t(keptBytes)) != 0 {
        throw Errno(rawValue: errno)
      }
    } catch {
      throw Failure(FileError(writing: name, error).description)
    }
  }

  /// The outcomes that a run has left, and the length of their lines; a last line that is torn is not one of them.
  static func read(_ name: String) throws(Failure) -> (outcomes: [LinkOutcome], length: Int) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FilePath(name).read(as: name, limit: limit)
    } catch {
      if case .missing = error { return ([], 0) }
      throw Failure(error.description)
    }
    let length = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return (LinkOutcome.lines(bytes[..<length]), length)
  }

  func write(_ outcome: LinkOutcome) {
    do {
      try file.write(outcome.line)
    } catch {
      self.error.withLock { $0 = $0 ?? FileError(writing: name, error) }
    }
  }

  /// Throws the first failure to write.
  func check() throws(Failure) {
    if let error = error.withLock({ $0 }) { throw Failure(error.description) }
  }

  func remove() {
    unsafe unlink(name)
  }
}
