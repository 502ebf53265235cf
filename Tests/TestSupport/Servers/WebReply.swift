/// What a test's server does in answer to one request, step by step.
public struct WebReply: Sendable {
  public enum Step: Sendable {
    case send([UInt8])
    /// Sends the same bytes again and again, until the other side has enough.
    case sendForever([UInt8])
    case pause(Duration)
    /// Says nothing more, and keeps the connection open.
    case silence
    /// Ends the connection in order.
    case close
    /// Ends the connection with a RST.
    case reset
  }

  public var steps: [Step]

  public init(_ steps: [Step]) {
    self.steps = steps
  }

  /// An answer with a `Content-Length`, after which the connection stays open.
  public static func status(_ status: Int, _ headers: [(String, String)] = [], body: String = "") -> WebReply {
    var text = "HTTP/1.1 \(status) Something\r\nContent-Length: \(body.utf8.count)\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    return WebReply([.send(Array((text + "\r\n" + body).utf8))])
  }

  public static var ok: WebReply {
    status(200, [("Content-Type", "text/html")], body: "<title>Fine</title><p id=part>All is well.</p>")
  }

  public static func redirect(_ status: Int, to location: String) -> WebReply {
    self.status(status, [("Location", location)])
  }

  /// The bytes of a text and nothing else, after which the connection is closed.
  public static func raw(_ text: String) -> WebReply { WebReply([.send(Array(text.utf8)), .close]) }

  public static var reset: WebReply { WebReply([.reset]) }
  public static var silence: WebReply { WebReply([.silence]) }

  /// The same after a pause.
  public func after(_ pause: Duration) -> WebReply { WebReply([.pause(pause)] + steps) }
}
