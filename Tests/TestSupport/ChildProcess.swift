#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import CSpawn
public import Foundation

/// A process that a test started, by `posix_spawn`.
///
/// Not Foundation's `Process`: on Linux each of its starts copies the names of all open files out of what `readdir` gave, 256 bytes
/// each however short the name, and where the memory ends there, the tests end with it.
public final class ChildProcess: Sendable {
  /// What a process has for one of its standard streams.
  public enum Stream {
    case nothing
    /// A file, which is there.
    case file(String)
    case descriptor(Int32)
  }

  public let id: Int32
  private let status = Locked<Int32?>(nil)

  /// Starts a program with no open file but the three, and with no signal blocked or ignored.
  public init(
    _ program: URL, _ arguments: [String], environment: [String: String], in folder: String? = nil,
    input: Stream = .nothing, output: Stream = .nothing, errors: Stream = .nothing
  ) throws {
    let streams = [
      try OpenStream(input, O_RDONLY), try OpenStream(output, O_WRONLY), try OpenStream(errors, O_WRONLY),
    ]
    let words = CStrings([program.path] + arguments)
    let values = CStrings(environment.map { "\($0)=\($1)" })
    var id: pid_t = 0
    let code = withExtendedLifetime((words, values, streams)) {
      unsafe cspawn_start(
        &id, program.path, words.pointers, values.pointers, folder, streams[0].descriptor, streams[1].descriptor,
        streams[2].descriptor)
    }
    guard code == 0 else { throw SystemCallError(call: "posix_spawn \(program.path)", code: code) }
    self.id = id
  }

  /// Sends a signal; nothing where the process has ended.
  public func send(_ signal: Int32) {
    status.withLock { if $0 == nil { _ = kill(id, signal) } }
  }

  public var isRunning: Bool { end(WNOHANG) == nil }

  /// Waits for its end.
  ///
  /// - Returns: the exit status, or 128 and the number of the signal that ended it.
  public func wait() -> Int32 {
    while true {
      // Outside of the lock it is only looked at, so that others can send signals meanwhile.
      var info = unsafe siginfo_t()
      unsafe waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT)
      if let status = end(0) { return status }
    }
  }

  private func end(_ options: Int32) -> Int32? {
    status.withLock { status in
      if let status { return status }
      var word: Int32 = 0
      guard unsafe waitpid(id, &word, options) == id else { return nil }
      let signal = word & 0x7F
      status = signal == 0 ? word >> 8 & 0xFF : 128 + signal
      return status
    }
  }
}

/// A stream, open in this process as long as this lives.
private final class OpenStream {
  let descriptor: Int32
  private let isOurs: Bool

  init(_ stream: ChildProcess.Stream, _ flags: Int32) throws {
    switch stream {
    case .nothing: (descriptor, isOurs) = unsafe (open("/dev/null", flags | O_CLOEXEC), true)
    case .file(let path): (descriptor, isOurs) = unsafe (open(path, flags | O_CLOEXEC), true)
    case .descriptor(let other): (descriptor, isOurs) = (other, false)
    }
    guard descriptor >= 0 else { throw SystemCallError(call: "open", code: errno) }
  }

  deinit { if isOurs { close(descriptor) } }
}

/// Strings as C takes them: an array that ends with NULL.
@safe private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) { unsafe pointers = strings.map { unsafe strdup($0) } + [nil] }

  deinit { unsafe pointers.forEach { unsafe free($0) } }
}
