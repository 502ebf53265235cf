#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Listening sockets on loopback.
enum WebServerSocket {
  /// Listens on one port of all addresses.
  ///
  /// - Returns: the descriptors with their addresses, and the port, which the kernel chose for the first.
  static func listen(on addresses: [String]) throws -> (listeners: [(descriptor: Int32, address: String)], port: Int) {
    _ = descriptorLimit
    var failure = SystemCallError(call: "bind", code: EADDRINUSE)
    for _ in 0..<20 {
      var listeners: [(descriptor: Int32, address: String)] = []
      var port: UInt16 = 0
      do {
        for address in addresses {
          let (descriptor, bound) = try listen(address, port: port)
          listeners.append((descriptor, address))
          port = bound
        }
        return (listeners, Int(port))
      } catch let error as SystemCallError {
        // Somebody has the first address's port on another one: the next port, then.
        for listener in listeners { close(listener.descriptor) }
        failure = error
      }
    }
    throw failure
  }

  /// The soft limit of open files, raised as far as it goes: both ends of every connection are in the process of the tests.
  private static let descriptorLimit: rlim_t = {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
    #else
      let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard unsafe getrlimit(resource, &limit) == 0 else { return 0 }
    limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 10_240))
    return unsafe setrlimit(resource, &limit) == 0 ? limit.rlim_cur : 0
  }()

  private static func listen(_ text: String, port: UInt16) throws -> (Int32, UInt16) {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let isIPv6 = text.contains(":")
    let descriptor = socket(isIPv6 ? AF_INET6 : AF_INET, stream, 0)
    guard descriptor >= 0 else { throw SystemCallError(call: "socket", code: errno) }
    var one: Int32 = 1
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    let bound = isIPv6 ? try bindIPv6(descriptor, text, port) : try bindIPv4(descriptor, text, port)
    guard systemListen(descriptor, 1024) == 0 else { throw SystemCallError(call: "listen", code: errno) }
    return (descriptor, bound)
  }

  private static func bindIPv4(_ descriptor: Int32, _ text: String, _ port: UInt16) throws -> UInt16 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    guard unsafe inet_pton(AF_INET, text, &address.sin_addr) == 1 else {
      throw SystemCallError(call: "inet_pton", code: EINVAL)
    }
    try bind(descriptor, &address)
    return UInt16(bigEndian: address.sin_port)
  }

  private static func bindIPv6(_ descriptor: Int32, _ text: String, _ port: UInt16) throws -> UInt16 {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = port.bigEndian
    guard unsafe inet_pton(AF_INET6, text, &address.sin6_addr) == 1 else {
      throw SystemCallError(call: "inet_pton", code: EINVAL)
    }
    try bind(descriptor, &address)
    return UInt16(bigEndian: address.sin6_port)
  }

  /// Binds a descriptor, and puts what it was bound to into `address`.
  private static func bind<Address>(_ descriptor: Int32, _ address: inout Address) throws {
    var size = socklen_t(MemoryLayout<Address>.size)
    let code = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic -> Int32 in
        guard unsafe systemBind(descriptor, generic, size) == 0 else { return errno }
        return unsafe getsockname(descriptor, generic, &size) == 0 ? 0 : errno
      }
    }
    guard code == 0 else {
      close(descriptor)
      throw SystemCallError(call: "bind \(address)", code: code)
    }
  }
}

// The functions that have the names of methods here.
private func systemListen(_ descriptor: Int32, _ backlog: Int32) -> Int32 { listen(descriptor, backlog) }
private func systemBind(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ size: socklen_t) -> Int32 {
  unsafe bind(descriptor, address, size)
}
