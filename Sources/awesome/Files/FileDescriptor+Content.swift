import SystemPackage

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FilePath {
  /// The file's bytes; the name is what errors call it.
  func read(as name: String, limit: Int) throws(FileError) -> [UInt8] {
    do {
      let file = try FileDescriptor.open(self, .readOnly, options: .closeOnExec)
      return try file.closeAfter { try file.content(limit: limit) }
    } catch {
      throw FileError(reading: name, limit: limit, error)
    }
  }
}

extension FileDescriptor {
  /// Whether it is open on a terminal.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Whether it is a pipe, a file or a connection, which somebody means to be read; a terminal and `/dev/null` are neither.
  var isInput: Bool {
    (try? stat().type).map { [.regular, .fifo, .socket].contains($0) } ?? false
  }

  /// The bytes up to the end; the name is what errors call the file.
  func read(as name: String, limit: Int) throws(FileError) -> [UInt8] {
    do {
      return try content(limit: limit)
    } catch {
      throw FileError(reading: name, limit: limit, error)
    }
  }

  /// Reads to the end; throws `Errno.fileTooLarge` for more bytes than the limit.
  fileprivate func content(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    // Room for all of a file at once; a pipe has no size.
    if let size = try? stat().size { bytes.reserveCapacity(min(max(Int(size), 0), limit) + 1) }
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while bytes.count <= limit {
      let count = try unsafe buffer.withUnsafeMutableBytes { try unsafe read(into: $0) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
    throw Errno.fileTooLarge
  }

  /// Writes all bytes; waits where a pipe or terminal that another process made non-blocking takes no more.
  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      do {
        let count = try unsafe rest.withUnsafeBytes { try unsafe write($0) }
        guard count > 0 else { throw Errno.ioError }
        rest = rest.dropFirst(count)
      } catch Errno.wouldBlock {
        var request = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
        unsafe poll(&request, 1, -1)
      }
    }
  }
}
