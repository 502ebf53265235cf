import Foundation

/// A server's side of HTTP/2, as far as a test needs one: it answers each request's stream and notes which streams were given up.
///
/// `nonisolated(unsafe)`: the state is touched only under the lock.
public final class HTTP2Conversation: Sendable {
  public enum Reply: Sendable {
    /// A short page.
    case page
    /// So many frames of so many bytes, and no end.
    case unfinished(count: Int, size: Int)
  }

  private let reply: @Sendable (_ stream: UInt8) -> Reply
  private let lock = NSLock()
  private nonisolated(unsafe) var asked: [UInt8] = []
  private nonisolated(unsafe) var givenUp: [UInt8] = []
  private nonisolated(unsafe) var prefaces = 0
  private nonisolated(unsafe) var replied = 0

  public init(_ reply: @escaping @Sendable (_ stream: UInt8) -> Reply) {
    self.reply = reply
  }

  /// The streams of the requests, those that the client reset, and the number of connections.
  public var streams: [UInt8] { lock.withLock { asked } }
  public var resets: [UInt8] { lock.withLock { givenUp } }
  public var connections: Int { lock.withLock { prefaces } }

  /// What is sent next, now that these bytes came since the first connection's beginning.
  @Sendable public func answer(_ received: [UInt8]) -> [UInt8]? {
    lock.withLock {
      let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
      let starts = received.indices.filter { received[$0...].starts(with: preface) }
      var output: [UInt8] = []
      if starts.count > prefaces { output += TLSServer.frame(4) }
      prefaces = starts.count
      guard let start = starts.last else { return nil }
      givenUp = []
      var index = start + preface.count
      var answered: [UInt8] = []
      while index + 9 <= received.count {
        let length = Int(received[index]) << 16 | Int(received[index + 1]) << 8 | Int(received[index + 2])
        guard index + 9 + length <= received.count else { break }
        let (type, stream) = (received[index + 3], received[index + 8])
        if type == 1 { answered.append(stream) }
        if type == 3 { givenUp.append(stream) }
        index += 9 + length
      }
      asked = answered
      for stream in answered.dropFirst(replied) { output += bytes(reply(stream), stream) }
      replied = answered.count
      return output.isEmpty ? nil : output
    }
  }

  private func bytes(_ reply: Reply, _ stream: UInt8) -> [UInt8] {
    // `:status: 200` from the static table (RFC 7541, appendix A).
    let head = TLSServer.frame(1, flags: 4, stream: stream, [0x88])
    switch reply {
    case .page:
      return head + TLSServer.frame(0, flags: 1, stream: stream, Array("<title>Fine</title><p>All is well.".utf8))
    case .unfinished(let count, let size):
      let text = Array("<title>Fine</title><p>".utf8) + Array(repeating: UInt8(ascii: "x"), count: size - 22)
      return head + (0..<count).flatMap { _ in TLSServer.frame(0, stream: stream, text) }
    }
  }
}
