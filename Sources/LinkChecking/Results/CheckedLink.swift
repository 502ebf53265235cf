public import Source

/// A URL with its verdict, the evidence for it, and its places.
public struct CheckedLink: Hashable, Sendable {
  /// The URL as written, with user names and passwords replaced by `***`.
  public var url: String
  public var verdict: Verdict
  /// A phrase without a full stop; `nil` where the verdict is enough.
  public var reason: String?
  /// The status of the last answer.
  public var status: Int?
  /// The redirects, with the last answer at the end; empty without a redirect.
  public var hops: [Hop]
  /// The new URL of a moved link with its fragment, or that of an `ok` one with encryption where it is the same page; to be written and
  /// never shown; `nil` for any other link.
  public var target: String?
  /// The number of attempts, without those that a busy host put off; 0 without a request.
  public var attempts: Int
  /// The version of a page that is fine at the address as it is written; nil where it is not known.
  public var validator: Validator?
  /// In file order.
  public var occurrences: [LinkOccurrence]

  /// - Parameter url: as written; its secrets are hidden here, so that no report can show them.
  public init(
    url: String, verdict: Verdict, reason: String? = nil, status: Int? = nil, hops: [Hop] = [],
    target: String? = nil, attempts: Int = 0, occurrences: [LinkOccurrence] = []
  ) {
    self.url = Credentials.hidden(inURL: url)
    self.verdict = verdict
    self.reason = reason
    self.status = status
    self.hops = hops
    self.target = target
    self.attempts = attempts
    self.occurrences = occurrences
  }

  /// The target without secrets, to be shown.
  public var shownTarget: String? { target.map { Credentials.hidden(inURL: $0) } }
}

/// One step of a chain of redirects.
public struct Hop: Hashable, Sendable {
  /// The requested URL, without credentials.
  public let url: String
  /// The status of its answer; `nil` without an answer.
  public let status: Int?

  public init(url: String, status: Int?) {
    self.url = url
    self.status = status
  }
}

/// A place of a link in a file.
public struct LinkOccurrence: Hashable, Sendable {
  /// The file, as the user named it.
  public let file: String
  /// The line and column of the destination's first character.
  public let location: SourceLocation
  /// The bytes of the destination only.
  public let range: SourceRange

  public init(file: String, location: SourceLocation, range: SourceRange) {
    self.file = file
    self.location = location
    self.range = range
  }
}
