#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open file of the system.
struct FileDescriptor {
  let number: Int32

  static let standardInput = FileDescriptor(number: 0)
  static let standardOutput = FileDescriptor(number: 1)
  static let standardError = FileDescriptor(number: 2)

  var isTerminal: Bool { isatty(number) == 1 }

  /// Writes all the bytes, and says the error's number when that fails.
  func writeAll(_ bytes: [UInt8]) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { buffer in
        write(number, buffer.baseAddress, buffer.count)
      }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if written == 0 {
        return EIO
      } else if errno == EAGAIN {
        waitUntilWritable()
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }

  /// Reads to the end, or until one byte more than the limit is there.
  func readAll(limit: Int) -> Result<[UInt8], SystemError> {
    var bytes: [UInt8] = []
    var status = stat()
    // Room for all of a file at once; a pipe has no size.
    if fstat(number, &status) == 0 { bytes.reserveCapacity(min(max(Int(status.st_size), 0), limit) + 1) }
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count <= limit {
      let count = read(number, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 {
        break
      } else if errno != EINTR {
        return .failure(SystemError(number: errno))
      }
    }
    return .success(bytes)
  }

  /// Waits until a pipe or terminal that another process made non-blocking takes more bytes.
  private func waitUntilWritable() {
    var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    poll(&request, 1, -1)
  }
}
