internal import CCurl

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The callbacks of libcurl during a transfer; their context is the unretained `EasyHandle`.
enum CurlCallbacks {
  static let header: awesome_data_callback = { data, size, count, context in
    guard let transfer = unsafe transfer(context), let data = unsafe data else { return 0 }
    let line = unsafe UnsafeRawBufferPointer(start: data, count: size * count)
    let isWanted = transfer.easy.watch.pausing { unsafe transfer.receive(headerLine: line) }
    return isWanted ? size * count : 0
  }

  static let body: awesome_data_callback = { data, size, count, context in
    guard let transfer = unsafe transfer(context), let data = unsafe data else { return 0 }
    let chunk = unsafe UnsafeRawBufferPointer(start: data, count: size * count)
    let isWanted = transfer.easy.watch.pausing { unsafe transfer.receive(body: chunk) }
    return isWanted ? size * count : 0
  }

  /// Opens a socket only if the policy permits the address that the socket will connect to, whatever a name resolved to earlier.
  static let openSocket: curl_opensocket_callback = { context, purpose, address in
    let refusal = curl_socket_t(bitPattern: UInt32.max)
    guard let transfer = unsafe transfer(context), let address = unsafe address else { return refusal }
    guard purpose == CURLSOCKTYPE_IPCXN else { return refusal }
    let target = unsafe address.pointee
    let bytes = unsafe UnsafeRawBufferPointer(
      start: UnsafeRawPointer(address) + (MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0),
      count: Int(target.addrlen))
    guard let peer = unsafe IPAddress(family: target.family, socketAddress: bytes) else { return refusal }
    guard transfer.permits(peer) else { return refusal }
    #if canImport(Glibc)
      let descriptor = socket(target.family, target.socktype | Int32(SOCK_CLOEXEC.rawValue), target.protocol)
    #else
      let descriptor = socket(target.family, target.socktype, target.protocol)
      if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    #endif
    // Only an encrypted connection becomes one of HTTP/2; others may be read for long because their bodies are.
    if descriptor >= 0, transfer.pending.request.address.isSecure { transfer.easy.watch.opened(descriptor) }
    return descriptor
  }

  /// Its context is the loop's `SocketWatch`.
  static let closeSocket: curl_closesocket_callback = { context, descriptor in
    guard let context = unsafe context else { return close(descriptor) }
    return unsafe Unmanaged<SocketWatch>.fromOpaque(context).takeUnretainedValue().close(descriptor)
  }

  private static func transfer(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<EasyHandle>.fromOpaque(context).takeUnretainedValue().transfer
  }
}
