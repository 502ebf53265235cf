import Foundation

/// A minimal HTTP/2 server for tests: it answers the stream of each request and notes reset streams.
public final class HTTP2Conversation: Sendable {
  public enum Reply: Sendable {
    /// A short page.
    case page
    /// So many frames of so many bytes, and no end.
    case unfinished(count: Int, size: Int)
  }

  private let reply: @Sendable (_ stream: UInt8) -> Reply
  private let state = Locked(State())

  private struct State {
    var streams: [UInt8] = []
    var resets: [UInt8] = []
    var connections = 0
    var replied = 0
  }

  public init(_ reply: @escaping @Sendable (_ stream: UInt8) -> Reply) {
    self.reply = reply
  }

  /// The streams of the requests, those that the client reset, and the number of connections.
  public var streams: [UInt8] { state.withLock { $0.streams } }
  public var resets: [UInt8] { state.withLock { $0.resets } }
  public var connections: Int { state.withLock { $0.connections } }

  /// The next bytes to send, after these bytes since the start of the first connection.
  @Sendable public func answer(_ received: [UInt8]) -> [UInt8]? {
    state.withLock { state in
      let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
      let starts = received.indices.filter { received[$0...].starts(with: preface) }
      var output: [UInt8] = []
      if starts.count > state.connections { output += TLSServer.frame(4) }
      state.connections = starts.count
      guard let start = starts.last else { return nil }
      state.resets = []
      var index = start + preface.count
      var answered: [UInt8] = []
      while index + 9 <= received.count {
        let length = Int(received[index]) << 16 | Int(received[index + 1]) << 8 | Int(received[index + 2])
        guard index + 9 + length <= received.count else { break }
        let (type, stream) = (received[index + 3], received[index + 8])
        if type == 1 { answered.append(stream) }
        if type == 3 { state.resets.append(stream) }
        index += 9 + length
      }
      state.streams = answered
      for stream in answered.dropFirst(state.replied) { output += bytes(reply(stream), stream) }
      state.replied = answered.count
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
