internal import HTTP
internal import PageInspection

extension Scheduler {
  /// The names that a target's page should have one of, for each fragment of its links.
  func anchors(_ index: Int) -> [Set<String>] {
    guard expectations.indices.contains(index), !jobs[index].hasFragment else { return [] }
    return expectations[index].fragments.compactMap { fragment in
      if case .anchor(let names) = FragmentTarget(fragment, host: jobs[index].address.host) { names } else { nil }
    }
  }

  /// Judges the page of a target that answered as it should.
  mutating func succeed(_ index: Int, _ response: Response?, now: Duration) {
    guard let response, (200..<300).contains(response.status) else {
      conclude(index, working: response?.status, [:])
      return
    }
    let findings = findings(index, response)
    guard let page = response.page, !page.isMarkdown else {
      conclude(index, working: response.status, findings)
      return
    }
    if let url = refresh(index, page) {
      redirect(index, isPermanent: true, to: url, response, now: now)
      return
    }
    switch PageClass(visit(index, page, response)) {
    case .fine: conclude(index, working: response.status, findings)
    case .doubtful(let reason): doubt(index, reason, page, status: response.status, findings, now: now)
    case .suspect(let reason, let isHidden):
      let known = isHidden ? findings.mapValues { _ in .unknown("the page was not shown") } : findings
      conclude(index, .suspect, reason, status: response.status, fragments: known)
    case .transient(let reason): retry(index, reason, status: response.status, limit: nil, now: now)
    }
  }

  /// Concludes a target that works.
  mutating func conclude(_ index: Int, working status: Int?, _ fragments: [String: FragmentResult]) {
    guard let target = jobs[index].permanentTarget, target.url != jobs[index].hops.first?.url else {
      conclude(index, .ok, nil, status: status, fragments: fragments)
      return
    }
    conclude(index, .moved, "permanently redirected", status: status, target: target, fragments: fragments)
  }

  private func findings(_ index: Int, _ response: Response) -> [String: FragmentResult] {
    guard expectations.indices.contains(index), !jobs[index].hasFragment else { return [:] }
    var findings: [String: FragmentResult] = [:]
    for fragment in expectations[index].fragments {
      let target = FragmentTarget(fragment, host: jobs[index].address.host)
      let finding = FragmentResult(target, in: response.page, response.bodyEnd)
      if finding != .fine { findings[fragment] = finding }
    }
    return findings
  }

  /// Where the page sends its reader at once, against its own address; `nil` where it stays.
  private func refresh(_ index: Int, _ page: Page) -> String? {
    guard let refresh = page.refresh, refresh.delay <= 5 else { return nil }
    let address = jobs[index].address
    let base = page.base.flatMap { try? address.resolving($0) } ?? address
    // What cannot be resolved is followed as it is, so that it is said.
    guard let next = try? base.resolving(refresh.url) else { return refresh.url }
    return next.url == address.url ? nil : next.text
  }

  private func visit(_ index: Int, _ page: Page, _ response: Response) -> PageVisit {
    PageVisit(
      page: page, requested: targets[index], reached: jobs[index].address, hasFragment: jobs[index].hasFragment,
      headers: response.headers, body: response.body, isWhole: response.bodyEnd == .complete,
      names: expectations.indices.contains(index) ? expectations[index].names : [])
  }
}
