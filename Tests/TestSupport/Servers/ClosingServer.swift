import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A port on loopback that reads what comes first on each connection, and ends the connection in order.
public final class ClosingServer: Sendable {
  public let port: Int
  private let descriptor: Int32

  public init() throws {
    let (listeners, port) = try WebServerSocket.listen(on: ["127.0.0.1"])
    self.port = port
    let descriptor = listeners[0].descriptor
    self.descriptor = descriptor
    Thread.detachNewThread {
      while Self.waits(for: descriptor) {
        let connection = accept(descriptor)
        guard connection >= 0 else { continue }
        _ = Self.waits(for: connection)
        // All of it, or the end would be a RST.
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        _ = unsafe buffer.withUnsafeMutableBytes { unsafe recv(connection, $0.baseAddress, $0.count, 0) }
        close(connection)
      }
    }
  }

  deinit {
    // Its thread sees it within a second.
    close(descriptor)
  }

  /// Waits until there is something to read; false where the descriptor is closed.
  private static func waits(for descriptor: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let count = unsafe poll(&entry, 1, 1000)
    return count >= 0 && Int32(entry.revents) & (POLLNVAL | POLLHUP) == 0
  }
}

private func accept(_ descriptor: Int32) -> Int32 { accept(descriptor, nil, nil) }
