#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A port on loopback where connections are accepted by the kernel, and nobody ever speaks.
public final class RawServer: Sendable {
  public let port: Int
  private let descriptor: Int32

  public init() throws {
    let (listeners, port) = try WebServerSocket.listen(on: ["127.0.0.1"])
    self.port = port
    descriptor = listeners[0].descriptor
  }

  deinit {
    close(descriptor)
  }
}
