import Foundation

/// A server behind TLS on `127.0.0.1`: `openssl s_server` takes one connection after the other, and a function answers what comes.
///
/// `nonisolated(unsafe)`: the state is touched only under the lock.
public final class TLSServer: Sendable {
  /// What is answered to the bytes of a connection so far; `nil` while there are too few of them.
  public typealias Handler = @Sendable (_ received: [UInt8]) -> [UInt8]?

  public let port: Int
  private let process: Process
  private let isConversation: Bool
  private let lock = NSLock()
  private nonisolated(unsafe) var received: [UInt8] = []
  private nonisolated(unsafe) var asked: [[UInt8]] = []

  /// - Parameters:
  ///   - options: further options of `openssl s_server`, such as `-alpn h2`.
  ///   - isConversation: whether the handler is given all that came since the first connection's beginning, each time.
  public init(
    _ certificates: TestCertificates, _ kind: TestCertificates.Kind = .valid, options: [String] = [],
    isConversation: Bool = false, handler: @escaping Handler
  ) throws {
    self.isConversation = isConversation
    process = Process()
    process.executableURL = TestCertificates.openSSL
    process.arguments =
      ["s_server", "-accept", "127.0.0.1:0", "-cert", certificates.certificate(kind), "-key", certificates.key(kind)]
      + options
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    port = try Self.port(output.fileHandleForReading)
    output.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let data = handle.availableData
      guard let self, !data.isEmpty else {
        handle.readabilityHandler = nil
        return
      }
      if let reply = take(Array(data), handler) { try? input.fileHandleForWriting.write(contentsOf: Data(reply)) }
    }
  }

  deinit {
    // It may have begun with every other signal blocked.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// A URL on this server.
  public func url(_ path: String = "/") -> String { "https://127.0.0.1:\(port)\(path)" }

  /// What was answered to, in order.
  public var requests: [String] { lock.withLock { asked.map { String(decoding: $0, as: UTF8.self) } } }

  /// Reads the port that the kernel chose, which is told when the server listens.
  private static func port(_ output: FileHandle) throws -> Int {
    var text = ""
    while true {
      let data = output.availableData
      guard !data.isEmpty else { throw WebServerError(call: "openssl s_server", code: 0) }
      text += String(decoding: data, as: UTF8.self)
      if let match = text.firstMatch(of: /ACCEPT [^\n]*:([0-9]+)\n/), let port = Int(match.1) { return port }
    }
  }

  /// Takes what `openssl` writes: what came, among words of its own about each connection.
  private func take(_ bytes: [UInt8], _ handler: Handler) -> [UInt8]? {
    lock.withLock {
      received += bytes
      let starts = received.indices.filter { received[$0] == UInt8(ascii: "G") || received[$0] == UInt8(ascii: "P") }
      let begins = starts.first {
        received[$0...].starts(with: "GET ".utf8) || received[$0...].starts(with: "PRI * ".utf8)
      }
      guard let begins, let reply = handler(Array(received[begins...])) else { return nil }
      asked.append(Array(received[begins...]))
      // A conversation goes on behind its beginning, which alone is known from the words of `openssl`.
      if !isConversation { received = [] }
      return reply
    }
  }
}

extension TLSServer {
  /// Answers any request of HTTP/1.1 with a page, and asks to close the connection.
  public static let page: Handler = { received in
    guard received.suffix(4).elementsEqual("\r\n\r\n".utf8), received.starts(with: "GET ".utf8) else { return nil }
    let body = "<title>Fine</title><p>All is well."
    let fields = ["Content-Type: text/html", "Content-Length: \(body.utf8.count)", "Connection: close"]
    return Array((["HTTP/1.1 200 OK"] + fields + ["", body]).joined(separator: "\r\n").utf8)
  }

  /// Whether a connection begins with the preface of HTTP/2 (RFC 9113, section 3.4).
  public static func isHTTP2(_ received: [UInt8]) -> Bool {
    received.starts(with: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
  }

  /// A frame of HTTP/2 (RFC 9113, section 4.1).
  public static func frame(_ type: UInt8, flags: UInt8 = 0, stream: UInt8 = 0, _ payload: [UInt8] = []) -> [UInt8] {
    [0, UInt8(payload.count >> 8 & 0xFF), UInt8(payload.count & 0xFF), type, flags, 0, 0, 0, stream] + payload
  }
}
