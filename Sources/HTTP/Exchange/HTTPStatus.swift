/// Names for HTTP statuses (RFC 9110, section 15, the IANA registry, and Cloudflare's own, developers.cloudflare.com/support).
public enum HTTPStatus {
  /// The status with its name, if it has one.
  public static func phrase(_ status: Int) -> String {
    names[status].map { "\(status) \($0)" } ?? "status \(status)"
  }

  private static let names: [Int: String] = [
    200: "OK", 301: "Moved Permanently", 302: "Found", 303: "See Other", 307: "Temporary Redirect",
    308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden",
    404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable", 407: "Proxy Authentication Required",
    408: "Request Timeout", 409: "Conflict", 410: "Gone", 411: "Length Required", 412: "Precondition Failed",
    413: "Content Too Large", 414: "URI Too Long", 415: "Unsupported Media Type", 416: "Range Not Satisfiable",
    417: "Expectation Failed",
    418: "I'm a Teapot", 420: "Enhance Your Calm", 421: "Misdirected Request", 422: "Unprocessable Content",
    423: "Locked", 425: "Too Early", 426: "Upgrade Required",
    428: "Precondition Required", 429: "Too Many Requests", 430: "Too Many Requests (Shopify)",
    431: "Request Header Fields Too Large", 451: "Unavailable For Legal Reasons",
    500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
    504: "Gateway Timeout", 505: "HTTP Version Not Supported", 507: "Insufficient Storage", 508: "Loop Detected",
    520: "Unknown Error of the Server (Cloudflare)", 521: "Server Is Down (Cloudflare)",
    522: "Connection to the Server Timed Out (Cloudflare)", 523: "Server Is Unreachable (Cloudflare)",
    524: "Server Took Too Long to Answer (Cloudflare)", 525: "TLS Handshake with the Server Failed (Cloudflare)",
    526: "Invalid Certificate of the Server (Cloudflare)", 527: "Connection to the Server Interrupted (Cloudflare)",
    530: "Server's Name Not Resolved (Cloudflare)",
    999: "Request Denied",
  ]
}
