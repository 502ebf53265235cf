internal import CCurl

/// One exchange on an event loop: libcurl's callbacks fill it, and its outcome is read from it.
///
/// Only its loop's thread uses it.
@safe
final class CurlTransfer {
  /// The longest header that is read; libcurl itself stops at 300 KB.
  static let maxHeader = 128 * 1024
  /// A body that is at most this much longer than its limit is read to its end, to keep the connection.
  static let maxDrain = 64 * 1024

  let pending: PendingTransfer
  let easy: EasyHandle
  private let policy: AddressPolicy
  var headers: [HeaderField] = []
  var body: [UInt8] = []
  /// The first address that the policy refused.
  private(set) var refused: IPAddress?
  private(set) var headerBytes = 0
  private(set) var isHeaderTooLong = false
  private(set) var isHeaderComplete = false
  /// Whether the body is encoded more than once: a few such bytes can take hours to decode.
  private(set) var isEncodedTwice = false
  private(set) var isCapped = false
  private var bodyBytes = 0
  /// Reads the body; `nil` before the body begins, and without a reader.
  private(set) var reader: BodyReader?

  init(_ pending: PendingTransfer, on easy: EasyHandle, policy: AddressPolicy) {
    self.pending = pending
    self.policy = policy
    self.easy = easy
  }

  /// Whether the policy permits a connection; the first refused address is kept, as libcurl reports it like a refused connection.
  func permits(_ address: IPAddress) -> Bool {
    // A proxy is the user's own choice, and the only host that is connected to.
    guard pending.proxy == nil, !policy.permits(address) else { return true }
    if refused == nil { refused = address }
    return false
  }

  /// Receives one line of the header.
  ///
  /// - Returns: whether the transfer continues.
  func receive(headerLine line: UnsafeRawBufferPointer) -> Bool {
    headerBytes += line.count
    guard headerBytes <= Self.maxHeader else {
      isHeaderTooLong = true
      return false
    }
    if unsafe line.starts(with: "HTTP/".utf8) {
      // A new answer: the one before was an interim answer (1xx).
      headers = []
      isHeaderComplete = false
    } else if unsafe line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
      isHeaderComplete = true
      isEncodedTwice = pending.request.decodesBody && headers.codings.count > 1
      return !isEncodedTwice
    } else if !isHeaderComplete, let first = unsafe line.first, first == 0x20 || first == 0x09 {
      // A line that begins with white space continues the one before (RFC 9112, section 5.2).
      if let last = headers.popLast() { headers.append(unsafe last.continued(by: line)) }
    } else if !isHeaderComplete, let field = unsafe HeaderField(line: line) {
      headers.append(field)
    }
    return true
  }

  var bodyIsEmpty: Bool { bodyBytes == 0 }

  /// Whether the body may be read on for its reader.
  private var isWithinBodyLimits: Bool {
    // Encodings that were not offered need as much memory as they decode, or more.
    let isPlain = !pending.request.decodesBody
    guard isPlain || headers.codings.allSatisfy({ ["gzip", "x-gzip", "deflate"].contains($0) }) else { return false }
    let wire = max(easy.offset(CURLINFO_SIZE_DOWNLOAD_T), 0)
    return BodyLimits.permit(wire: wire, decoded: bodyBytes)
  }

  func makeReader() {
    let head = Response(status: easy.number(CURLINFO_RESPONSE_CODE), headers: headers)
    reader = pending.request.bodyReader?(pending.request, head)
  }

  /// Receives a chunk of the body, decoded.
  ///
  /// - Returns: whether the transfer continues.
  func receive(body chunk: UnsafeRawBufferPointer) -> Bool {
    let room = max(pending.request.bodyLimit - body.count, 0)
    if bodyBytes == 0 { makeReader() }
    unsafe body.append(contentsOf: chunk.prefix(room))
    bodyBytes += chunk.count
    guard bodyBytes > pending.request.bodyLimit else {
      unsafe reader?.feed(Array(chunk))
      return true
    }
    if !isCapped, let reader, reader.wantsMore(), isWithinBodyLimits {
      unsafe reader.feed(Array(chunk))
      return true
    }
    if !isCapped { unsafe reader?.feed(Array(chunk.prefix(room))) }
    isCapped = true
    let length = easy.offset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
    let isEncoded = headers.first("content-encoding") != nil
    return !isEncoded && length >= 0 && length - pending.request.bodyLimit <= Self.maxDrain && bodyBytes <= length
  }
}
