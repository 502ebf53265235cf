#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Watches the sockets of an event loop for one that keeps the loop to itself.
///
/// libcurl 7.88 reads a connection of HTTP/2 for as long as there is something to read. A server that sends frames faster than they are
/// read, such as empty ones, holds it there: no time-out runs, and no other transfer goes on. Such a connection is shut down.
final class SocketWatch: Sendable {
  /// The time between two looks, in microseconds.
  private static let interval: UInt32 = 250_000
  /// The looks in one visit to libcurl that find a socket read on; a slow visit reads each of its sockets a few times.
  private static let limit = 3
  /// The time in libcurl in one visit, without our callbacks, that is no flood: what is received may take long to parse.
  private static let patience = Duration.milliseconds(750)
  /// How long transfers on a connection that was shut down may take to end.
  private static let memory = Duration.seconds(30)

  private struct Socket {
    /// The next bytes to read, at the last look.
    var start: [UInt8] = []
    /// The looks since the visit began that found other bytes.
    var changes = 0
  }

  private struct State {
    var sockets: [Int32: Socket] = [:]
    /// The number of visits to libcurl so far.
    var visits = 0
    /// When libcurl itself went on; nil outside of a visit, and in a callback.
    var resumed: ContinuousClock.Instant?
    /// The time in libcurl itself in this visit.
    var spent = Duration.zero
    /// The visit at the last look.
    var seen = 0
    /// The local ports of the connections that were shut down, and when.
    var busy: [Int: ContinuousClock.Instant] = [:]

    mutating func pause() {
      guard let start = resumed else { return }
      spent += .now - start
      resumed = nil
    }
  }

  private let state = Locked(State())

  /// The loop goes into libcurl.
  func enter() {
    state.withLock { state in
      state.visits += 1
      state.spent = .zero
      state.resumed = .now
    }
  }

  func leave() {
    state.withLock { $0.resumed = nil }
  }

  /// Runs a callback of libcurl, whose time is not libcurl's.
  func pausing<Result>(_ callback: () -> Result) -> Result {
    state.withLock { $0.pause() }
    defer { state.withLock { $0.resumed = .now } }
    return callback()
  }

  /// Whether a connection was shut down.
  func shutDown(localPort: Int) -> Bool {
    state.withLock { state in state.busy[localPort].map { .now - $0 < Self.memory } ?? false }
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
      guard state.seen == state.visits else {
        state.seen = state.visits
        for descriptor in state.sockets.keys { state.sockets[descriptor] = Socket() }
        return
      }
      guard let start = state.resumed else { return }
      let isLong = state.spent + (.now - start) >= Self.patience
      for (descriptor, socket) in state.sockets {
        let start = Self.peek(descriptor)
        guard !start.isEmpty else { continue }
        let changes = socket.changes + (socket.start.isEmpty || socket.start == start ? 0 : 1)
        state.sockets[descriptor] = Socket(start: start, changes: changes)
        guard isLong, changes >= Self.limit else { continue }
        state.busy = state.busy.filter { .now - $0.value < Self.memory }
        if let port = Self.localPort(descriptor) { state.busy[port] = .now }
        shutdown(descriptor, Int32(SHUT_RDWR))
      }
    }
  }

  private static func localPort(_ descriptor: Int32) -> Int? {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return unsafe withUnsafeMutablePointer(to: &address) { pointer in
      let bytes = UnsafeMutableRawPointer(pointer)
      guard unsafe getsockname(descriptor, bytes.assumingMemoryBound(to: sockaddr.self), &length) == 0 else {
        return nil
      }
      // The port is at the same place in the addresses of both families (RFC 3493, section 3.3), in network order.
      return unsafe Int(UInt16(bigEndian: bytes.load(fromByteOffset: 2, as: UInt16.self)))
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
