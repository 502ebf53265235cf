public import HTTP
internal import PageInspection

extension Scheduler {
  /// Takes the outcome of a request that `next(now:)` returned; one that is not out any more is ignored.
  public mutating func finished(_ request: Request, _ outcome: Outcome, now: Duration) {
    let index = request.target
    guard jobs.indices.contains(index), jobs[index].state == .inFlight(request.id) else { return }
    let host = jobs[index].host
    inFlight -= 1
    hosts[host].inFlight -= 1
    domains[hosts[host].domain].inFlight -= 1
    jobs[index].state = .queued

    let judgement = Judgement(outcome, of: request, accepted: hosts[host].settings.accepted)
    note(outcome, judgement, host: host, startedAt: jobs[index].startedAt, now: now)
    switch outcome {
    case _ where jobs[index].doubt != nil: finishControl(index, request.address, outcome, judgement, now: now)
    case .answered(let response): act(on: judgement, index, response, now: now)
    case .failed: act(on: judgement, index, nil, now: now)
    }
    list(host, now: now)
    list(domain: hosts[host].domain)
  }

  private mutating func act(on judgement: Judgement, _ index: Int, _ response: Response?, now: Duration) {
    let status = response?.status
    switch judgement {
    case .works: succeed(index, response, now: now)
    case .final(let verdict, let reason): conclude(index, verdict, reason, status: status)
    case .redirect(let isPermanent, let location):
      redirect(index, isPermanent: isPermanent, to: location, response, now: now)
    case .needsGet:
      jobs[index].needsGet = true
      enqueue(index, first: true, now: now)
    case .needsHTTP1:
      jobs[index].onlyHTTP1 = true
      enqueue(index, first: true, now: now)
    case .throttled: throttle(index, headers: response?.headers ?? [], status: status, now: now)
    case .silent(let reason): silence(index, reason, now: now)
    case .passing(let reason): retry(index, reason, status: status, limit: nil, now: now)
    }
  }

  /// What an outcome says about its host and domain.
  private mutating func note(
    _ outcome: Outcome, _ judgement: Judgement, host: Int, startedAt: Duration, now: Duration
  ) {
    if case .silent = judgement {
      hosts[host].statistics.silences += 1
      return
    }
    // Whatever it is, it is not silence.
    hosts[host].hasAnswered = true
    release(host, now: now)
    guard case .answered(let response) = outcome else { return }
    hosts[host].statistics.answers += 1
    hosts[host].statistics.totalLatency += response.latency
    if judgement == .throttled {
      hosts[host].statistics.throttles += 1
    } else {
      hosts[host].throttleRounds = 0
      hosts[host].longWaits = 0
      hosts[host].pace.answered()
      if response.status == 503 {
        domains[hosts[host].domain].overloaded(by: startedAt, now: now)
      } else {
        domains[hosts[host].domain].answered(after: response.latency, startedAt: startedAt, now: now)
      }
      latency = latency == .zero ? response.latency : (latency * 63 + response.latency) / 64
      obeyRateLimit(response.headers, host: host, now: now)
    }
  }

  /// Tries a target again after a wait, as often as its host's settings say, then once more at the end of the run.
  mutating func retry(_ index: Int, _ reason: String, status: Int?, limit: Int?, now: Duration) {
    let host = jobs[index].host
    let allowed = min(hosts[host].settings.retries, limit ?? Int.max)
    if jobs[index].isSecondPass || !retriesAreUseful {
      conclude(index, .transient, reason, status: status)
    } else if jobs[index].retries < allowed {
      jobs[index].failure = Job.Failure(reason: reason, status: status)
      wait(index, until: now + backoff.wait(round: jobs[index].retries, salt: index))
      jobs[index].retries += 1
      jobs[index].isNewTry = true
    } else if options.secondPass != nil, hosts[host].settings.retries > 0 {
      jobs[index].failure = Job.Failure(reason: reason, status: status)
      jobs[index].state = .postponed
      jobs[index].isNewTry = true
      postponed.append(index)
      active -= 1
    } else {
      conclude(index, .transient, reason, status: status)
    }
  }

  mutating func wait(_ index: Int, until time: Duration) {
    jobs[index].state = .waiting
    timers.insert(.job(index), at: time)
  }

  /// Ends a target's way.
  mutating func conclude(
    _ index: Int, _ verdict: Verdict, _ reason: String?, status: Int? = nil, target: WebAddress? = nil,
    fragments: [String: FragmentResult] = [:]
  ) {
    let job = jobs[index]
    guard job.state != .concluded else { return }
    jobs[index].doubt = nil
    if job.isActive { active -= 1 }
    jobs[index].state = .concluded
    let hops = job.hops.isEmpty ? [] : job.hops + [Hop(url: job.address.url, status: status)]
    conclusions[index] = Conclusion(
      verdict: verdict, reason: reason, status: status, hops: hops, target: target, attempts: job.attempts,
      fragments: fragments)
    concluded += 1
    domains[hosts[job.host].domain].remaining -= 1
    jobs[index].hops = []
    jobs[index].cookies = []
  }
}
