internal import HTTP
internal import PageInspection
internal import JSON

extension RecordedExchange {
  /// The fault of a line, as a phrase without a full stop.
  struct Problem: Error {
    let phrase: String
  }

  /// The exchange as a line of a record, with its newline.
  var line: String {
    var members = [
      JSONMember("method", .string(key.method.rawValue)), JSONMember("url", .string(key.url)),
      JSONMember("us", .integer(duration.wholeMicroseconds)),
    ]
    if isProbe { members.append(JSONMember("control", .bool(true))) }
    if key.onlyHTTP1 { members.append(JSONMember("http1", .bool(true))) }
    switch outcome {
    case .failed(let error):
      let (name, detail) = error.recorded
      members.append(JSONMember("error", .string(name)))
      if let detail { members.append(JSONMember("detail", .string(detail))) }
    case .answered(let response): members += Self.members(response)
    }
    return JSONValue.object(members).line
  }

  private static func members(_ response: Response) -> [JSONMember] {
    var members = [
      JSONMember("status", .integer(response.status)),
      JSONMember("headers", .array(response.headers.map { [.string($0.name), .string($0.value)] })),
      JSONMember("end", .string(response.bodyEnd.rawValue)),
      JSONMember("latency", .integer(response.latency.wholeMicroseconds)),
    ]
    if !response.cookies.isEmpty { members.append(JSONMember("cookies", .array(response.cookies.map { .string($0) }))) }
    if let anchors = response.page?.anchors {
      members.append(JSONMember("anchors", .array(anchors.sorted().map { .string($0) })))
    }
    if let text = String(validating: response.body, as: UTF8.self) {
      if !text.isEmpty { members.append(JSONMember("body", .string(text))) }
    } else {
      members.append(JSONMember("base64", .string(Base64.encode(response.body))))
    }
    return members
  }

  /// Reads a line of a record.
  init(line: [UInt8]) throws(Problem) {
    let value: JSONValue
    do { value = try JSONValue(parsing: line) } catch {
      throw Problem(phrase: "not JSON at byte \(error.offset + 1)")
    }
    guard let url = value["url"]?.string, (try? WebAddress(url)) != nil else {
      throw Problem(phrase: "`url` is not a web address")
    }
    guard let method = value["method"]?.string.flatMap(Request.Method.init) else {
      throw Problem(phrase: "`method` is neither GET nor HEAD")
    }
    let outcome: Outcome
    if let name = value["error"]?.string {
      guard let error = TransportError(recorded: name, detail: value["detail"]?.string) else {
        throw Problem(phrase: "`error` has an unknown name")
      }
      outcome = .failed(error)
    } else {
      outcome = .answered(try Self.response(value))
    }
    self.init(
      key: Key(method: method, url: url, onlyHTTP1: value["http1"]?.bool ?? false),
      isProbe: value["control"]?.bool ?? false, duration: try Self.time(value, "us"), outcome: outcome)
  }

  private static func response(_ value: JSONValue) throws(Problem) -> Response {
    guard let status = value["status"]?.integer, (100...999).contains(status) else {
      throw Problem(phrase: "`status` is not an HTTP status, and `error` is missing")
    }
    guard let end = value["end"]?.string.flatMap(Response.BodyEnd.init) else {
      throw Problem(phrase: "`end` has an unknown value")
    }
    var response = Response(status: status, body: try body(value))
    response.bodyEnd = end
    response.latency = try time(value, "latency")
    for field in value["headers"]?.array ?? [] {
      guard let parts = field.array, parts.count == 2, let name = parts[0].string, let text = parts[1].string else {
        throw Problem(phrase: "a header field is not a name and a value")
      }
      response.headers.append(HeaderField(name: name, value: text))
    }
    response.cookies = value["cookies"]?.array?.compactMap(\.string) ?? []
    if let anchors = value["anchors"]?.array {
      response.page = Page()
      response.page?.anchors = Set(anchors.compactMap(\.string))
    }
    return response
  }

  private static func body(_ value: JSONValue) throws(Problem) -> [UInt8] {
    let text = value["body"]?.string.map { Array($0.utf8) }
    guard let body = text ?? Base64.decode(value["base64"]?.string ?? "") else {
      throw Problem(phrase: "`base64` is not base64")
    }
    guard body.count <= 64 * 1024 else { throw Problem(phrase: "the body is longer than 64 KiB") }
    return body
  }

  private static func time(_ value: JSONValue, _ key: String) throws(Problem) -> Duration {
    guard let number = value[key]?.integer, (0...86_400_000_000).contains(number) else {
      throw Problem(phrase: "`\(key)` is not a number of microseconds up to a day")
    }
    return .microseconds(number)
  }
}

extension TransportError {
  /// The error's name in a record, and its detail.
  fileprivate var recorded: (name: String, detail: String?) {
    switch self {
    case .addressRefused(let address): ("address-refused", address.description)
    case .tls(let failure): ("tls", failure.rawValue)
    case .protocolViolation(let detail): ("protocol-violation", detail)
    case .internalError(let detail): ("internal-error", detail)
    default: (Self.plain.first { $0.value == self }?.key ?? "internal-error", nil)
    }
  }

  /// Reads an error of a record; `nil` for an unknown name.
  fileprivate init?(recorded name: String, detail: String?) {
    let detail = detail ?? ""
    switch name {
    case "address-refused":
      guard let address = IPAddress(detail) else { return nil }
      self = .addressRefused(address)
    case "tls": self = .tls(TLSFailure(rawValue: detail) ?? .other)
    case "protocol-violation": self = .protocolViolation(detail)
    case "internal-error": self = .internalError(detail)
    default:
      guard let error = Self.plain[name] else { return nil }
      self = error
    }
  }

  private static let plain: [String: TransportError] = [
    "name-not-found": .nameNotFound, "resolver-failed": .resolverFailed, "connection-refused": .connectionRefused,
    "unreachable": .unreachable, "connect-timeout": .connectTimeout, "answer-timeout": .answerTimeout,
    "connection-reset": .connectionReset, "handshake-closed": .handshakeClosed, "needs-proxy": .needsProxy,
    "http2-failed": .http2Failed, "header-too-long": .headerTooLong,
    "proxy-failed": .proxyFailed, "cancelled": .cancelled,
  ]
}

extension Duration {
  fileprivate var wholeMicroseconds: Int { min(max(Int(self / .microseconds(1)), 0), 86_400_000_000) }
}
