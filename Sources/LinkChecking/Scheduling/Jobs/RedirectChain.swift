internal import HTTP
internal import PageInspection
internal import Source

/// The redirects of one target so far: a state machine that follows one after the other, within limits.
struct RedirectChain {
  /// The address to request next, without a fragment.
  private(set) var address: WebAddress
  /// `nil` before the first redirect.
  @Boxed private var trail: Trail? = nil

  /// What the redirects left behind.
  private struct Trail {
    var hops: [Hop] = []
    /// In the transport's notation.
    var cookies: [String] = []
    var permanentTarget: WebAddress?
    var fragment: String?
    var droppedFragment: String?
    var isPermanent = true
    /// The first hop since the cookies changed: a loop before it may have ended.
    var firstHopWithCookies = 0
  }

  init(_ address: WebAddress) {
    self.address = address
  }

  var hops: [Hop] { trail?.hops ?? [] }

  /// The cookies of the chain, in the transport's notation.
  var cookies: [String] { trail?.cookies ?? [] }

  /// The end of the chain's permanent beginning.
  var permanentTarget: WebAddress? { trail?.permanentTarget }

  /// The fragment that a redirect names, which takes the place of the links' fragments.
  var fragment: String? { trail?.fragment }

  /// The same where the page turned out to lack it.
  var droppedFragment: String? { trail?.droppedFragment }

  /// The hops with the last answer at their end; empty without a redirect.
  func hops(endingIn status: Int?) -> [Hop] {
    hops.isEmpty ? [] : hops + [Hop(url: address.url, status: status)]
  }

  /// Follows a redirect to its location.
  ///
  /// - Parameters:
  ///   - location: as the answer gives it, possibly relative.
  ///   - cookies: the chain's cookies after the answer.
  mutating func follow(
    _ location: String?, isPermanent: Bool, status: Int?, cookies: [String], options: SchedulerOptions
  ) throws(RedirectError) {
    guard let location, !location.isEmpty else { throw .noLocation }
    let next: WebAddress
    do { next = try address.resolving(location) } catch { throw .address(error) }
    var trail = trail ?? Trail()
    // After an error too: the result names the hops.
    defer { self.trail = trail }
    trail.hops.append(Hop(url: address.url, status: status))
    if cookies != trail.cookies {
      trail.cookies = cookies
      trail.firstHopWithCookies = trail.hops.count
    }
    address = next.with(fragment: nil)
    if let named = next.fragment, !named.isEmpty { trail.fragment = named }
    if let glob = options.excluded.first(where: { $0.matches(next.text) }) { throw .excluded(glob.text) }
    if let literal = next.ipAddress, !options.policy.permits(literal) { throw .refused(literal) }
    let limit = max(options.maxRedirects, 0)
    if trail.hops.count > limit { throw .tooMany(limit: limit) }
    if trail.hops[trail.firstHopWithCookies...].contains(where: { $0.url == next.url }) { throw .loop }
    trail.isPermanent = trail.isPermanent && isPermanent
    if trail.isPermanent {
      trail.permanentTarget = next.with(fragment: next.fragment ?? trail.permanentTarget?.fragment)
    }
  }

  /// The end of the permanent redirects without the parameters that they added to learn where a visitor comes from; `nil` where they added
  /// none, or further redirects follow.
  var cleanTarget: WebAddress? {
    guard let first = hops.first, let target = permanentTarget, target.url == address.url,
      let old = try? WebAddress(first.url)
    else { return nil }
    return AddedParameter.withoutTraces(target, from: old)
  }

  /// Takes the fragment off the end of the permanent redirects, whose page lacks it.
  mutating func dropFragment() {
    guard var trail else { return }
    trail.permanentTarget = trail.permanentTarget?.with(fragment: nil)
    trail.droppedFragment = trail.fragment
    self.trail = trail
  }

  /// The location to which a page of this address refreshes within five seconds; `nil` where it stays, or only asks for itself anew.
  func refresh(of page: Page) -> String? {
    guard let refresh = page.refresh, refresh.delay <= 5 else { return nil }
    let base = page.base.flatMap { try? address.resolving($0) } ?? address
    // A location that cannot be resolved is followed all the same, so that the error is reported.
    guard let next = try? base.resolving(refresh.url) else { return refresh.url }
    return next.url.upTo("?") == address.url.upTo("?") ? nil : next.text
  }
}

/// Why a redirect is not followed.
enum RedirectError: Error, Hashable {
  case noLocation
  case address(AddressError)
  /// The policy forbids the address.
  case refused(IPAddress)
  /// A pattern of the user excludes the address.
  case excluded(String)
  case tooMany(limit: Int)
  case loop

  var verdict: Verdict {
    switch self {
    case .refused, .address(.scheme): .refused
    case .excluded: .excluded
    case .noLocation, .address, .tooMany, .loop: .broken
    }
  }

  /// A phrase without a full stop.
  var reason: String {
    switch self {
    case .noLocation: "a redirect without a target"
    case .address(.scheme(let scheme)): "redirects to the scheme \(scheme):"
    case .address(.malformed(let detail)): "redirects to a malformed URL: \(detail)"
    case .address(.relative): "redirects to a malformed URL"
    case .refused(let address): "redirects to an address that is not public: \(address)"
    case .excluded(let pattern): "the address to which it redirects is excluded by \(pattern)"
    case .tooMany(let limit): "more than \(limit) redirects"
    case .loop: "a redirect loop"
    }
  }

  /// Whether the redirect's target is the last hop, which was not requested.
  var isAtTarget: Bool {
    switch self {
    case .noLocation, .address: false
    case .refused, .excluded, .tooMany, .loop: true
    }
  }
}
