#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Watches the sockets of an event loop for one that keeps the loop to itself.
///
/// libcurl 7.88 reads a connection of HTTP/2 for as long as there is something to read. A server that sends empty frames faster than
/// they are read holds it there: no time-out runs, and no other transfer goes on. Such a connection is shut down.
final class SocketWatch: Sendable {
  /// The time between two looks, in microseconds.
  private static let interval: UInt32 = 500_000
  /// The looks in one visit to libcurl without progress that find a socket read on; a slow visit reads each of its sockets a few times.
  private static let limit = 3

  private struct Socket {
    /// The next bytes to read, at the last look.
    var start: [UInt8] = []
    /// The looks since the visit began that found other bytes.
    var changes = 0
  }

  private struct State {
    var sockets: [Int32: Socket] = [:]
    /// The number of visits to libcurl so far, where one with progress counts as several.
    var visits = 0
    var isInside = false
    /// The visit at the last look.
    var seen = 0
  }

  private let state = Locked(State())

  /// The loop goes into libcurl.
  func enter() {
    state.withLock { state in
      state.visits += 1
      state.isInside = true
    }
  }

  /// A transfer received something: whatever libcurl reads, it is no flood, however long it takes to parse.
  func progressed() {
    state.withLock { $0.visits += 1 }
  }

  func leave() {
    state.withLock { $0.isInside = false }
  }

  func opened(_ descriptor: Int32) {
    state.withLock { $0.sockets[descriptor] = Socket() }
  }

  /// Closes a socket, never while it is looked at: its number may be another socket's at once.
  func close(_ descriptor: Int32) -> Int32 {
    state.withLock { state in
      state.sockets[descriptor] = nil
      return systemClose(descriptor)
    }
  }

  /// Looks at the sockets of some loops from time to time, until the end.
  static func look(at watches: [SocketWatch], until isOver: () -> Bool) {
    while !isOver() {
      usleep(interval)
      for watch in watches { watch.look() }
    }
  }

  /// Looks at the sockets of a loop that has been in libcurl since the last look.
  func look() {
    state.withLock { state in
      guard state.isInside, state.seen == state.visits else {
        guard state.seen != state.visits else { return }
        state.seen = state.visits
        for descriptor in state.sockets.keys { state.sockets[descriptor] = Socket() }
        return
      }
      for (descriptor, socket) in state.sockets {
        let start = Self.peek(descriptor)
        guard !start.isEmpty else { continue }
        let changes = socket.changes + (socket.start.isEmpty || socket.start == start ? 0 : 1)
        state.sockets[descriptor] = Socket(start: start, changes: changes)
        if changes >= Self.limit { shutdown(descriptor, Int32(SHUT_RDWR)) }
      }
    }
  }

  /// The next bytes of a socket, which stay there.
  private static func peek(_ descriptor: Int32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe recv(descriptor, $0.baseAddress, $0.count, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
    }
    return Array(bytes.prefix(max(count, 0)))
  }
}

/// The function that has the name of a method here.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
