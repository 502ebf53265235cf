internal import CCurl

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// `getaddrinfo`, with a name that does not exist kept apart from a resolver that fails.
enum SystemResolver {
  /// The addresses of a host name; blocks.
  static func lookUp(_ host: String) -> Result<[IPAddress], ResolutionError> {
    guard !host.utf8.contains(0) else { return .failure(.nameNotFound) }
    var hints = unsafe addrinfo()
    unsafe hints.ai_family = AF_UNSPEC
    #if canImport(Glibc)
      unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      unsafe hints.ai_socktype = SOCK_STREAM
    #endif
    var list: UnsafeMutablePointer<addrinfo>?
    let code = unsafe getaddrinfo(host, nil, &hints, &list)
    guard code == 0 else { return .failure(error(code)) }
    defer { unsafe freeaddrinfo(list) }
    var addresses: [IPAddress] = []
    var next = unsafe list
    while let entry = unsafe next {
      let info = unsafe entry.pointee
      if let socketAddress = unsafe info.ai_addr {
        let bytes = unsafe UnsafeRawBufferPointer(start: socketAddress, count: Int(info.ai_addrlen))
        if let address = unsafe IPAddress(family: info.ai_family, socketAddress: bytes), !addresses.contains(address) {
          addresses.append(address)
        }
      }
      unsafe next = unsafe info.ai_next
    }
    return addresses.isEmpty ? .failure(.nameNotFound) : .success(addresses)
  }

  /// The error for a code of `getaddrinfo`.
  static func error(_ code: Int32) -> ResolutionError {
    #if canImport(Glibc)
      // EAI_NODATA, a name without addresses; Glibc's header declares it only for GNU programs.
      if code == -5 { return .nameNotFound }
    #endif
    return code == EAI_NONAME ? .nameNotFound : .failed
  }
}
