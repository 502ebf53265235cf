/// What a run is to do.
public struct CheckOptions: Hashable, Sendable {
  public var scheduler = SchedulerOptions()
  public var selection = LinkSelection()
  /// Whether nothing at all is asked.
  public var isOffline = false
  /// Names that resolve wherever there is a network, of operators that have nothing to do with each other.
  public var controlNames = ["example.com", "iana.org", "wikipedia.org"]

  public init() {}
}
