#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import Foundation

/// A pipe between a test and a process, whose reads and writes no signal ends.
final class DescriptorPipe: Sendable {
  private let ends: Locked<[Int32]>

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw SystemCallError(call: "pipe", code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.ends = Locked(ends)
  }

  deinit {
    closeEnd(0)
    closeEnd(1)
  }

  var readEnd: Int32 { ends.withLock { $0[0] } }
  var writeEnd: Int32 { ends.withLock { $0[1] } }

  func closeReadEnd() { closeEnd(0) }
  func closeWriteEnd() { closeEnd(1) }

  private func closeEnd(_ index: Int) {
    ends.withLock { ends in
      if ends[index] >= 0 { close(ends[index]) }
      ends[index] = -1
    }
  }

  /// Waits for bytes; `nil` at the end.
  func read() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = systemRead(readEnd, &buffer)
      if count > 0 { return Array(buffer[..<count]) }
      if count == 0 || errno != EINTR { return nil }
    }
  }

  /// Writes all bytes and returns whether it could; what nobody reads any more is lost, without a signal for it on this thread from now on.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var broken = sigset_t()
    unsafe sigemptyset(&broken)
    unsafe sigaddset(&broken, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &broken, nil)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = systemWrite(writeEnd, rest)
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
    }
    return true
  }
}

// The functions that have the names of methods here.
private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
}
private func systemWrite(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
  unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
}
