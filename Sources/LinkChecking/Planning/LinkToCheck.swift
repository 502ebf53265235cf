/// A URL as written, with its places.
public struct LinkToCheck: Hashable, Sendable {
  /// The destination with Markdown escapes and character references resolved.
  public var url: String
  /// In file order.
  public var occurrences: [LinkOccurrence]
  /// The list's names for the page: the link's text, the entry's title.
  public var names: [String]
  /// The verdict of a link that needs no request, such as that of a file; `nil` for all others.
  public var decision: LinkDecision?
  /// The version of the page that was fine; nil to read the page in any case.
  public var validator: Validator?

  public init(
    url: String, occurrences: [LinkOccurrence] = [], names: [String] = [], decision: LinkDecision? = nil
  ) {
    self.url = url
    self.occurrences = occurrences
    self.names = names
    self.decision = decision
  }
}

/// A verdict without a request.
public struct LinkDecision: Hashable, Sendable {
  public let verdict: Verdict
  /// A phrase without a full stop; `nil` where the verdict is enough.
  public let reason: String?

  public init(_ verdict: Verdict, _ reason: String? = nil) {
    self.verdict = verdict
    self.reason = reason
  }
}
