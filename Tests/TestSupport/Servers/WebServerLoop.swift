#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The thread of a test's server.
///
/// `@unchecked Sendable`: it is handed to its thread once, and used there alone.
final class WebServerLoop: @unchecked Sendable {
  private let listeners: [(descriptor: Int32, address: String)]
  private let wakeUp: Int32
  private let log: WebServerLog
  private let handler: @Sendable (WebRequest) -> WebReply
  private var connections: [WebConnection] = []

  init(
    listeners: [(descriptor: Int32, address: String)], wakeUp: Int32, log: WebServerLog,
    handler: @escaping @Sendable (WebRequest) -> WebReply
  ) {
    self.listeners = listeners
    self.wakeUp = wakeUp
    self.log = log
    self.handler = handler
  }

  func run() {
    while true {
      var descriptors = [pollfd(fd: wakeUp, events: Int16(POLLIN), revents: 0)]
      for listener in listeners {
        descriptors.append(pollfd(fd: listener.descriptor, events: Int16(POLLIN), revents: 0))
      }
      for connection in connections {
        let events = POLLIN | (connection.wantsToWrite ? POLLOUT : 0)
        descriptors.append(pollfd(fd: connection.descriptor, events: Int16(events), revents: 0))
      }
      unsafe poll(&descriptors, nfds_t(descriptors.count), timeout)
      if descriptors[0].revents != 0 { break }
      let first = 1 + listeners.count
      for (index, connection) in connections.enumerated() {
        if descriptors[first + index].revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 { connection.read() }
        if !connection.isClosed { connection.proceed() }
      }
      for (index, listener) in listeners.enumerated() where descriptors[1 + index].revents != 0 { accept(listener) }
      connections.removeAll { $0.isClosed }
    }
    for connection in connections { connection.close() }
    for listener in listeners { close(listener.descriptor) }
  }

  /// Milliseconds to the end of the first pause; -1 where nothing pauses.
  private var timeout: Int32 {
    guard let first = connections.compactMap(\.pausedUntil).min() else { return -1 }
    let (seconds, attoseconds) = (first - .now).components
    return Int32(max(0, min(seconds, 1000) * 1000 + attoseconds / 1_000_000_000_000_000 + 1))
  }

  private func accept(_ listener: (descriptor: Int32, address: String)) {
    while true {
      let descriptor = systemAccept(listener.descriptor)
      guard descriptor >= 0 else { return }
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
      var one: Int32 = 1
      unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
      log.connected(listener.address)
      connections.append(WebConnection(descriptor, listener.address, log: log, handler: handler))
    }
  }
}

// The function that has the name of a method here.
private func systemAccept(_ descriptor: Int32) -> Int32 { accept(descriptor, nil, nil) }
