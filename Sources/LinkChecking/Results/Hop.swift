/// One step of a chain of redirects.
public struct Hop: Hashable, Sendable {
  /// The URL that was asked, without credentials.
  public let url: String
  /// The status that it answered; `nil` where no answer came.
  public let status: Int?

  public init(url: String, status: Int?) {
    self.url = url
    self.status = status
  }
}
