internal import HTTP
internal import PageInspection
internal import Source

extension Scheduler {
  /// Lets a control request decide about a page with one weak reason for doubt: its host is asked once for an address beside it that
  /// cannot exist. Where it shows the same page for that, the page is nothing.
  mutating func doubt(
    _ index: Int, _ reason: String, _ page: Page, status: Int, _ fragments: [String: FragmentResult], now: Duration
  ) {
    let (host, address) = (jobs[index].host, jobs[index].address)
    // A front page may well stand for everything below it, and what scripts fill is the same for all addresses.
    guard retriesAreUseful, !page.isFilledByScripts,
      ![address, targets[index]].contains(where: { SitePath($0.url).isFront }),
      let digest = PageDigest(page, at: address)
    else {
      conclude(index, working: status, fragments)
      return
    }
    jobs[index].doubt = Doubt(reason: reason, digest: digest, status: status, fragments: fragments)
    switch hosts[host].control {
    case .known(let page, let location): decide(index, page, location)
    case .asking(let waiting):
      hosts[host].control = .asking(waiting: waiting + [index])
      jobs[index].state = .waiting
    case .unasked:
      guard let control = try? address.resolving(sibling(of: address)) else {
        conclude(index, working: status, fragments)
        return
      }
      jobs[index].doubt?.control = control
      hosts[host].control = .asking(waiting: [])
      enqueue(index, first: true, now: now)
    }
  }

  /// Takes the answer to a control request; whatever it is, it is asked for only once.
  mutating func finishControl(
    _ index: Int, _ control: WebAddress, _ outcome: Outcome, _ judgement: Judgement, now: Duration
  ) {
    let host = jobs[index].host
    guard case .answered(let response) = outcome else {
      settleControl(host, asker: index, nil, location: nil)
      return
    }
    switch judgement {
    case .works: settleControl(host, asker: index, response.page.flatMap { PageDigest($0, at: control) }, location: nil)
    case .redirect(_, let location):
      let next = location.flatMap { try? control.resolving($0) }
      settleControl(host, asker: index, nil, location: next?.url)
    case .throttled:
      pause(host, headers: response.headers, now: now)
      fallthrough
    default: settleControl(host, asker: index, nil, location: nil)
    }
  }

  /// Decides about a target that will get no answer to its control request.
  mutating func giveUpControl(_ index: Int) {
    let host = jobs[index].host
    if jobs[index].doubt?.control != nil {
      settleControl(host, asker: index, nil, location: nil)
    } else {
      decide(index, nil, nil)
    }
  }

  private mutating func settleControl(_ host: Int, asker: Int, _ page: PageDigest?, location: String?) {
    var waiting: [Int] = []
    if case .asking(let others) = hosts[host].control { waiting = others }
    hosts[host].control = .known(page, location: location)
    for index in [asker] + waiting where jobs[index].state != .concluded { decide(index, page, location) }
  }

  private mutating func decide(_ index: Int, _ page: PageDigest?, _ location: String?) {
    guard let doubt = jobs[index].doubt else { return }
    let address = jobs[index].address.url
    let isRedirectedAlike = location == address && targets[index].url != address
    if isRedirectedAlike || page.map({ doubt.digest.isSame(as: $0) }) ?? false {
      let reason = doubt.reason + ", and an address that cannot exist gets the same page"
      conclude(index, .suspect, reason, status: doubt.status, fragments: doubt.fragments)
    } else {
      conclude(index, working: doubt.status, doubt.fragments)
    }
  }

  /// A reference to an address in the same folder, with a name that nobody gave; it has the page's ending, as some servers treat each
  /// kind of file in a way of its own.
  private func sibling(of address: WebAddress) -> String {
    let path = address.url.prefix { $0 != "?" }
    let isFolder = path.hasSuffix("/")
    let name = path.split(separator: "/").last ?? ""
    let ending = name.lastIndex(of: ".").map { name[$0...] } ?? ""
    var state = options.seed &+ FNV1a.hash(address.url)
    var letters = ""
    for _ in 0..<16 {
      state = Backoff.mixed(state &+ 0x9E37_79B9_7F4A_7C15)
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "a") + UInt8(state % 26)))
    }
    return isFolder ? "../\(letters)/" : "./" + letters + (ending.utf8.count <= 6 ? ending : "")
  }
}
