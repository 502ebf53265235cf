import Diagnostics

/// What GitHub shows of a README: the first 512,000 bytes, without a word about the rest.
struct ReadmeSize {
  private static let limit = 512_000

  private let count: Int

  init(_ count: Int) {
    self.count = count
  }

  /// Says of a file of this size what the rule `readme-size` says, before it is written; throws where readers would lose a part of it.
  func check(_ name: String, _ configuration: LintConfiguration, isRefused: Bool) throws(Failure) {
    guard count * 5 >= Self.limit * 4, let severity = configuration.severity(of: "readme-size") else { return }
    guard count > Self.limit else {
      Console.note(
        "\(name): has \(count) bytes, near the \(Self.limit) that GitHub shows of a README: plan to split the list")
      return
    }
    let problem = "\(name): has \(count) bytes; GitHub shows the first \(Self.limit) of a README and drops the rest"
    guard isRefused, severity == .error else { return Console.note("\(problem): split the list") }
    throw Failure("\(problem), so nothing was written: split the list, or make the rule readme-size a warning")
  }
}
