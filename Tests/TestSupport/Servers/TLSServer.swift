import Foundation

/// A server behind TLS on `127.0.0.1`: `openssl s_server` takes one connection after the other, and a function answers what comes.
public final class TLSServer: Sendable {
  /// What is answered to the bytes of a connection so far; `nil` while there are too few of them.
  public typealias Handler = @Sendable (_ received: [UInt8]) -> [UInt8]?

  public let port: Int
  private let process: ChildProcess
  private let conversation: Conversation

  /// - Parameters:
  ///   - options: further options of `openssl s_server`, such as `-alpn h2`.
  ///   - flood: what is sent again and again after the first answer, until the server ends.
  ///   - isConversation: whether the handler is given all that came since the first connection's beginning, each time.
  public init(
    _ certificates: TestCertificates, _ kind: TestCertificates.Kind = .valid, options: [String] = [],
    flood: [UInt8] = [], isConversation: Bool = false, handler: @escaping Handler
  ) throws {
    guard let openSSL = TestCertificates.openSSL else { throw CocoaError(.fileNoSuchFile) }
    let (toServer, fromServer) = (try DescriptorPipe(), try DescriptorPipe())
    process = try ChildProcess(
      openSSL.url,
      ["s_server", "-accept", "127.0.0.1:0", "-cert", certificates.certificate(kind), "-key", certificates.key(kind)]
        + options, environment: [:], input: .descriptor(toServer.readEnd), output: .descriptor(fromServer.writeEnd))
    toServer.closeReadEnd()
    fromServer.closeWriteEnd()
    conversation = Conversation(handler, isWhole: isConversation)
    do {
      port = try Self.port(fromServer)
    } catch {
      process.send(SIGKILL)
      _ = process.wait()
      throw error
    }
    // It ends with the process, at whose end there is nothing more to read.
    Thread.detachNewThread { [conversation] in
      while let bytes = fromServer.read() {
        guard let reply = conversation.take(bytes) else { continue }
        toServer.write(reply)
        // What comes meanwhile must be read all the same.
        if !flood.isEmpty { Thread.detachNewThread { while toServer.write(flood) {} } }
      }
    }
  }

  deinit {
    process.send(SIGKILL)
    _ = process.wait()
  }

  /// A URL on this server.
  public func url(_ path: String = "/") -> String { "https://127.0.0.1:\(port)\(path)" }

  /// What was answered to, in order.
  public var requests: [String] { conversation.requests }

  /// Reads the port that the kernel chose, which is told when the server listens.
  private static func port(_ output: DescriptorPipe) throws -> Int {
    var text = ""
    while let bytes = output.read() {
      text += String(decoding: bytes, as: UTF8.self)
      if let match = text.firstMatch(of: /ACCEPT [^\n]*:([0-9]+)\n/), let port = Int(match.1) { return port }
    }
    throw SystemCallError(call: "openssl s_server", code: 0)
  }

  /// The received bytes and the answered requests.
  private final class Conversation: Sendable {
    private let handler: Handler
    private let isWhole: Bool
    private let state = Locked(State())

    private struct State {
      var received: [UInt8] = []
      var requests: [[UInt8]] = []
    }

    init(_ handler: @escaping Handler, isWhole: Bool) {
      self.handler = handler
      self.isWhole = isWhole
    }

    var requests: [String] { state.withLock { $0.requests.map { String(decoding: $0, as: UTF8.self) } } }

    /// Takes what `openssl` writes: what came, among words of its own about each connection.
    func take(_ bytes: [UInt8]) -> [UInt8]? {
      state.withLock { state in
        state.received += bytes
        let received = state.received
        let starts = received.indices.filter { received[$0] == UInt8(ascii: "G") || received[$0] == UInt8(ascii: "P") }
        let begins = starts.first {
          received[$0...].starts(with: "GET ".utf8) || received[$0...].starts(with: "PRI * ".utf8)
        }
        guard let begins, let reply = handler(Array(received[begins...])) else { return nil }
        state.requests.append(Array(received[begins...]))
        // A conversation goes on behind its beginning, which alone is known from the words of `openssl`.
        if !isWhole { state.received = [] }
        return reply
      }
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
