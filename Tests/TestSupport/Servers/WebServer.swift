#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A web server on loopback that does what a test tells it to, however wrong.
///
/// It serves one port, which the kernel chooses, on any number of loopback addresses, from one thread; it ends when it is released.
public final class WebServer: Sendable {
  /// What was asked of one address.
  public struct Traffic: Sendable {
    public var connections = 0
    public var requests = 0
    public var inFlight = 0
    public var peakInFlight = 0
  }

  public let port: Int
  private let wakeUp: (read: Int32, write: Int32)
  private let log: WebServerLog
  private let thread: pthread_t

  /// - Parameters:
  ///   - addresses: IPv4 loopback addresses, or `::1`.
  ///   - handler: what answers each request; called on the server's thread.
  public init(_ addresses: [String] = ["127.0.0.1"], handler: @escaping @Sendable (WebRequest) -> WebReply) throws {
    let (listeners, port) = try WebServerSocket.listen(on: addresses)
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw SystemCallError(call: "pipe", code: errno) }
    self.port = port
    wakeUp = (ends[0], ends[1])
    let log = WebServerLog()
    self.log = log
    let loop = WebServerLoop(listeners: listeners, wakeUp: ends[0], log: log, handler: handler)
    thread = try Self.start { loop.run() }
  }

  deinit {
    var byte: UInt8 = 0
    _ = unsafe write(wakeUp.write, &byte, 1)
    pthread_join(thread, nil)
    close(wakeUp.read)
    close(wakeUp.write)
  }

  /// A URL on this server.
  public func url(_ path: String = "/", host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

  /// What was asked of an address so far.
  public func traffic(_ address: String = "127.0.0.1") -> Traffic { log.traffic(address) }

  /// Every request so far, in order: method, target, and the headers as they came.
  public var requests: [WebRequest] { log.requests }

  private static func start(_ body: @escaping @Sendable () -> Void) throws -> pthread_t {
    final class Box: Sendable {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    let context = unsafe Unmanaged.passRetained(Box(body)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      let code = pthread_create(
        &thread, nil,
        {
          Unmanaged<Box>.fromOpaque($0).takeRetainedValue().body(); return nil
        }, context)
      guard code == 0, let thread else { throw SystemCallError(call: "pthread_create", code: code) }
    #else
      var thread = pthread_t()
      let code = unsafe pthread_create(
        &thread, nil,
        {
          if let context = unsafe $0 { unsafe Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
          return nil
        }, unsafe context)
      guard code == 0 else { throw SystemCallError(call: "pthread_create", code: code) }
    #endif
    return thread
  }
}
