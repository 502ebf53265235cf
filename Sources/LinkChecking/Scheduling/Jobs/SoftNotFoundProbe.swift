internal import HTTP
internal import PageInspection
internal import Source

/// The soft-404 probe of one host: a request for an address that cannot exist, next to a page with one weak reason for suspicion (Bar-Yossef
/// et al., “Sic transit gloria telae”, 2004, section 3). Where the host answers it with the same page, the page is a soft 404.
///
/// A host is probed once; jobs with further suspect pages wait for the answer or use it.
struct SoftNotFoundProbe {
  /// The answer to the probe: a page, the location of a redirect, or anything else.
  struct Answer: Hashable {
    var page: PageDigest?
    var location: String?

    /// No answer, or one that decides nothing.
    init() {}

    /// - Parameter address: of the probe.
    init(_ responseClass: ResponseClass, _ response: Response?, at address: WebAddress) {
      switch responseClass {
      case .success: page = response?.page.flatMap { PageDigest($0, at: address) }
      case .redirect(_, let location): self.location = location.flatMap { try? address.resolving($0) }?.url
      default: break
      }
    }
  }

  private enum State {
    case unsent
    case sent(waiting: [Int])
    case answered(Answer)
  }

  /// How a job learns about its page.
  enum Step {
    /// It sends the probe to this address.
    case send(WebAddress)
    /// It waits for another job's probe.
    case wait
    case use(Answer)
    /// There is no address to probe.
    case skip
  }

  private var state = State.unsent

  /// Takes a job with a suspect page.
  ///
  /// - Parameters:
  ///   - address: of the page.
  ///   - seed: chooses the name of the address that cannot exist.
  mutating func add(_ job: Int, at address: WebAddress, seed: UInt64) -> Step {
    switch state {
    case .answered(let answer): return .use(answer)
    case .sent(let waiting):
      state = .sent(waiting: waiting + [job])
      return .wait
    case .unsent:
      guard let probe = try? address.resolving(Self.sibling(of: address, seed: seed)) else { return .skip }
      state = .sent(waiting: [])
      return .send(probe)
    }
  }

  /// Takes the answer.
  ///
  /// - Returns: the jobs that waited for it.
  mutating func answered(_ answer: Answer) -> [Int] {
    defer { state = .answered(answer) }
    if case .sent(let waiting) = state { return waiting } else { return [] }
  }

  /// A reference to an address in the same folder, with a random name. It has the page's extension, as some servers treat each kind of
  /// file in a different way.
  private static func sibling(of address: WebAddress, seed: UInt64) -> String {
    let path = address.url.upTo("?")
    let isFolder = path.ends(with: "/")
    let name = path.parts(at: "/").last ?? ""
    let suffix = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[$0...] } ?? ""
    var state = seed &+ FNV1a.hash(address.url)
    var letters = ""
    for _ in 0..<16 {
      state = SplitMix64.mixed(state &+ SplitMix64.step)
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "a") + UInt8(state % 26)))
    }
    return isFolder ? "../\(letters)/" : "./" + letters + (suffix.utf8.count <= 6 ? suffix : "")
  }
}

/// A page with one weak reason for suspicion, until the host's soft-404 probe decides.
struct SuspectPage {
  /// A phrase without a full stop.
  let reason: String
  let digest: PageDigest
  let status: Int
  let fragments: [String: FragmentResult]
  /// The probe that its job sends; `nil` where the job waits for another's.
  var probe: WebAddress?
}

extension Job {
  /// The result of a job with a suspect page after the probe: a soft 404 where the probe got the same page, be it by a redirect to it.
  func result(of page: SuspectPage, _ answer: SoftNotFoundProbe.Answer, target: WebAddress) -> JobResult {
    let isRedirectedAlike = answer.location == chain.address.url && target.url != chain.address.url
    guard isRedirectedAlike || answer.page.map(page.digest.isSame(as:)) ?? false else {
      return result(working: page.status, page.fragments)
    }
    let reason = page.reason + ", and an address that cannot exist gets the same page"
    return result(.suspect, reason, status: page.status, fragments: page.fragments)
  }
}
