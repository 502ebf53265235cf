internal import DequeModule

/// The targets of one host that are ready, and what is known of the host.
struct HostQueue {
  enum Health: Equatable {
    /// Nothing speaks against asking.
    case open
    /// It stayed silent: its targets wait for a probe at the end.
    case silent
    /// The probe is out.
    case probing
    /// It is not asked again in this run; the phrase says why.
    case givenUp(String)
  }

  let settings: HostSettings
  /// The index of its registrable domain.
  let domain: Int
  var ready = Deque<Int>()
  var parked: [Int] = []
  var health = Health.open
  var hasAnswered = false
  /// Time-outs before the first answer.
  var silences = 0
  /// Nothing is asked before this time.
  var pausedUntil: Duration = .zero
  /// Whether a timer is set that will look at this host again.
  var hasTimer = false
  /// Whether it stands in its domain's ring.
  var isListed = false
  var inFlight = 0
  /// When it last asked us to slow down.
  var throttledAt: Duration?
  /// How often in a row it did, answers to requests that were already out aside.
  var throttleRounds = 0
  /// How many links in a row it asked to wait for longer than we do.
  var longWaits = 0
  var control = HostControl.unasked
  var pace: Pace
  var statistics: HostStatistics

  init(name: String, domain: Int, settings: HostSettings) {
    self.domain = domain
    self.settings = settings
    pace = Pace(minimum: settings.interval)
    statistics = HostStatistics(host: name)
  }

  /// Whether one request met with silence, and the others that are out may decide that the host is silent.
  var seemsSilent: Bool { !hasAnswered && silences > 0 && inFlight > 0 }

  /// When the next request may start.
  var startsAt: Duration { max(pausedUntil, pace.nextStart) }
}
