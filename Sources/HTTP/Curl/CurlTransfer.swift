internal import CCurl

/// One exchange on an event loop: what libcurl's callbacks fill, and what comes of it.
///
/// It belongs to its loop's thread.
@safe
final class CurlTransfer {
  /// The longest header that is read; libcurl itself stops at 300 KB.
  static let maxHeader = 128 * 1024
  /// A body that goes on for no more than this after its limit is read to its end, to keep the connection.
  static let maxDrain = 64 * 1024

  let order: CurlOrder
  let easy: EasyHandle
  private let policy: AddressPolicy
  var headers: [HeaderField] = []
  var body: [UInt8] = []
  /// The first address that the policy forbade.
  private(set) var refused: IPAddress?
  private(set) var headerBytes = 0
  private(set) var isHeaderTooLong = false
  private(set) var isHeaderComplete = false
  /// Whether the body is encoded more than once: a few bytes can then stand for so many that decoding them to nothing takes hours.
  private(set) var isEncodedTwice = false
  private(set) var isCapped = false
  private var bodyBytes = 0
  /// What reads the body; `nil` before it begins, and where nobody reads it.
  private(set) var reader: BodyReader?

  init(_ order: CurlOrder, on easy: EasyHandle, policy: AddressPolicy) {
    self.order = order
    self.policy = policy
    self.easy = easy
  }

  /// Whether a connection to this address may be made; the first that may not is remembered, as libcurl reports a refused one alike.
  func permits(_ address: IPAddress) -> Bool {
    // A proxy is the user's own choice, and the only thing that is connected to then.
    guard order.proxy == nil, !policy.permits(address) else { return true }
    if refused == nil { refused = address }
    return false
  }

  /// Takes one line of the header.
  ///
  /// - Returns: whether the transfer goes on.
  func receive(headerLine line: UnsafeRawBufferPointer) -> Bool {
    headerBytes += line.count
    guard headerBytes <= Self.maxHeader else {
      isHeaderTooLong = true
      return false
    }
    if unsafe line.starts(with: "HTTP/".utf8) {
      // A new answer: what came before was an interim one (1xx).
      headers = []
      isHeaderComplete = false
    } else if unsafe line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) {
      isHeaderComplete = true
      isEncodedTwice = headers.encodings.count > 1
      return !isEncodedTwice
    } else if !isHeaderComplete, let field = unsafe HeaderField(line: line) {
      headers.append(field)
    }
    return true
  }

  var bodyIsEmpty: Bool { bodyBytes == 0 }

  /// Whether the body may be read on for its reader.
  private var isWithinBodyLimits: Bool {
    // What we did not ask for keeps as much in memory as it decodes, or more.
    guard headers.encodings.allSatisfy({ ["gzip", "x-gzip", "deflate"].contains($0) }) else { return false }
    let wire = max(easy.offset(CURLINFO_SIZE_DOWNLOAD_T), 0)
    return BodyLimits.permit(wire: wire, decoded: bodyBytes)
  }

  func makeReader() {
    let head = Response(status: easy.number(CURLINFO_RESPONSE_CODE), headers: headers)
    reader = order.request.bodyReader?(order.request, head)
  }

  /// Takes a piece of the body, decoded.
  ///
  /// - Returns: whether the transfer goes on.
  func receive(body piece: UnsafeRawBufferPointer) -> Bool {
    let room = max(order.request.bodyLimit - body.count, 0)
    if bodyBytes == 0 { makeReader() }
    unsafe body.append(contentsOf: piece.prefix(room))
    bodyBytes += piece.count
    guard bodyBytes > order.request.bodyLimit else {
      unsafe reader?.feed(Array(piece))
      return true
    }
    if !isCapped, let reader, reader.wantsMore(), isWithinBodyLimits {
      unsafe reader.feed(Array(piece))
      return true
    }
    if !isCapped { unsafe reader?.feed(Array(piece.prefix(room))) }
    isCapped = true
    let length = easy.offset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
    let isEncoded = headers.first("content-encoding") != nil
    return !isEncoded && length >= 0 && length - order.request.bodyLimit <= Self.maxDrain && bodyBytes <= length
  }
}

extension [HeaderField] {
  /// The encodings that have to be undone for the body, in lower case.
  fileprivate var encodings: [String] {
    filter { $0.isNamed("content-encoding") || $0.isNamed("transfer-encoding") }
      .flatMap { $0.value.lowercased().split(separator: ",") }
      .map { $0.filter { $0 != " " && $0 != "\t" } }
      .filter { !["", "identity", "chunked"].contains($0) }
  }
}
