#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One connection of a test's server.
final class WebConnection {
  let descriptor: Int32
  let address: String
  private let log: WebServerLog
  private let handler: (WebRequest) -> WebReply
  private var input: [UInt8] = []
  private var output: ArraySlice<UInt8> = []
  private var steps: ArraySlice<WebReply.Step> = []
  /// Sent again whenever `output` is empty.
  private var endless: [UInt8]?
  private var isSilent = false
  private(set) var pausedUntil: ContinuousClock.Instant?
  private var isReplying = false
  private(set) var isClosed = false

  init(_ descriptor: Int32, _ address: String, log: WebServerLog, handler: @escaping (WebRequest) -> WebReply) {
    self.descriptor = descriptor
    self.address = address
    self.log = log
    self.handler = handler
  }

  var wantsToWrite: Bool { pausedUntil == nil && (!output.isEmpty || endless != nil) }

  func read() {
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
    if count > 0 {
      input += buffer[..<count]
      proceed()
    } else if count == 0 || (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
      close()
    }
  }

  /// Goes on with the reply as far as it can, then with the next request.
  func proceed() {
    while !isClosed {
      if let time = pausedUntil {
        guard time <= .now else { return }
        pausedUntil = nil
      }
      guard flush() else { return }
      if isSilent { return }
      if endless != nil { continue }
      if let step = steps.popFirst() {
        take(step)
      } else {
        guard nextRequest() else { return }
      }
    }
  }

  private func take(_ step: WebReply.Step) {
    switch step {
    case .send(let bytes): output = bytes[...]
    case .sendForever(let bytes): endless = bytes
    case .pause(let duration): pausedUntil = .now + duration
    case .silence: isSilent = true
    case .close: close()
    case .reset:
      var option = linger(l_onoff: 1, l_linger: 0)
      unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
      close()
    }
  }

  private func nextRequest() -> Bool {
    if isReplying { log.ended(address) }
    isReplying = false
    if input.first == 0x16 {
      // A TLS handshake: answered as most servers do on their plain port.
      input = []
      steps = WebReply.raw("HTTP/1.1 400 Bad Request\r\n\r\n").steps[...]
      return true
    }
    guard let request = WebRequest.parse(input) else { return false }
    input.removeFirst(request.length)
    isReplying = true
    steps = handler(log.began(request.method, request.target, request.headers, address)).steps[...]
    return true
  }

  /// Writes what is to be written.
  ///
  /// - Returns: whether all of it is gone.
  private func flush() -> Bool {
    if output.isEmpty, let endless { output = endless[...] }
    while !output.isEmpty {
      #if canImport(Glibc)
        let flags = Int32(MSG_NOSIGNAL)
      #else
        let flags: Int32 = 0
      #endif
      let count = unsafe output.withUnsafeBytes { unsafe send(descriptor, $0.baseAddress, $0.count, flags) }
      guard count > 0 else {
        if errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR { close() }
        return false
      }
      output = output.dropFirst(count)
    }
    return true
  }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    if isReplying { log.ended(address) }
    #if canImport(Glibc)
      Glibc.close(descriptor)
    #else
      Darwin.close(descriptor)
    #endif
  }
}
