/// A request on its way to an event loop.
struct CurlOrder: Sendable {
  let request: Request
  /// The proxy to ask; `nil` for none.
  let proxy: String?
  /// The addresses of the host, where it is a name and no proxy is asked.
  let addresses: [IPAddress]
  let cancellation: Cancellation
  /// Whom the outcome goes to; called once.
  let completion: @Sendable (Outcome) -> Void
}
