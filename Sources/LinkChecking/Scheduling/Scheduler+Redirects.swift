internal import HTTP

extension Scheduler {
  /// Follows a redirect: the next hop is a request of its own, in its own host's queue.
  mutating func redirect(
    _ index: Int, isPermanent: Bool, to location: String?, _ response: Response?, now: Duration
  ) {
    let status = response?.status
    guard let location, !location.isEmpty else {
      conclude(index, .broken, "a redirect without a target", status: status)
      return
    }
    let address = jobs[index].address
    let next: WebAddress
    do {
      next = try address.resolving(location)
    } catch {
      conclude(index, unusable: error, status: status)
      return
    }
    let cookies = response?.cookies ?? []
    jobs[index].hops.append(Hop(url: address.url, status: status))
    if cookies != jobs[index].cookies {
      jobs[index].cookies = cookies
      jobs[index].firstHopWithCookies = jobs[index].hops.count
    }
    jobs[index].address = next.with(fragment: nil)
    if next.fragment?.isEmpty == false { jobs[index].hasFragment = true }
    if let literal = next.ipAddress, !options.policy.permits(literal) {
      conclude(index, .refused, "redirects to an address that is not public: \(literal)")
    } else if jobs[index].hops.count > max(options.maxRedirects, 0) {
      conclude(index, .broken, "more than \(max(options.maxRedirects, 0)) redirects")
    } else if jobs[index].hops[jobs[index].firstHopWithCookies...].contains(where: { $0.url == next.url }) {
      conclude(index, .broken, "a redirect loop")
    } else {
      notePermanence(index, isPermanent, next)
      domains[hosts[jobs[index].host].domain].remaining -= 1
      jobs[index].host = host(of: next)
      domains[hosts[jobs[index].host].domain].remaining += 1
      enqueue(index, first: true, now: now)
    }
  }

  /// Keeps the address at the end of the chain's permanent beginning.
  private mutating func notePermanence(_ index: Int, _ isPermanent: Bool, _ next: WebAddress) {
    jobs[index].isPermanentSoFar = jobs[index].isPermanentSoFar && isPermanent
    guard jobs[index].isPermanentSoFar else { return }
    let fragment = next.fragment ?? jobs[index].permanentTarget?.fragment
    jobs[index].permanentTarget = next.with(fragment: fragment)
  }

  private mutating func conclude(_ index: Int, unusable error: AddressError, status: Int?) {
    switch error {
    case .scheme(let scheme): conclude(index, .refused, "redirects to the scheme \(scheme):", status: status)
    case .malformed(let detail): conclude(index, .broken, "redirects to a malformed URL: \(detail)", status: status)
    case .relative: conclude(index, .broken, "redirects to a malformed URL", status: status)
    }
  }
}
