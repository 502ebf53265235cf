/// Counts the forms in which a list writes one thing, to tell which of them is its own.
public struct Majority<Form: Hashable> {
  /// A form with the number of places that have it.
  public struct Share {
    public let form: Form
    public let count: Int
    /// The number of all places.
    public let total: Int
  }

  /// How often each form occurs, and how many others were found before it.
  private var counts: [Form: (count: Int, rank: Int)] = [:]
  public private(set) var total = 0

  public init() {}

  public init(_ forms: some Sequence<Form>) {
    for form in forms { add(form) }
  }

  public mutating func add(_ form: Form, count: Int = 1) {
    let known = counts[form] ?? (0, counts.count)
    counts[form] = (known.count + count, known.rank)
    total += count
  }

  /// The form that most have, the first of several; nil without any.
  public var mostCommon: Form? { top?.form }

  /// The form that more than half have; nil without one.
  public var form: Form? { top.flatMap { 2 * $0.count > total ? $0.form : nil } }

  /// The form that all but one, or all but one in so many, have; nil without one.
  public func form(allButOneIn count: Int) -> Form? {
    top.flatMap { $0.count >= total - max(1, total / count) && 2 * $0.count > total ? $0.form : nil }
  }

  /// The form that more than four fifths have; nil without one, and for fewer places than it takes to tell.
  public func convention(ofAtLeast least: Int) -> Share? {
    top.flatMap { total >= least && (total - $0.count) * 5 < total ? $0 : nil }
  }

  private var top: Share? {
    counts.min { ($1.value.count, $0.value.rank) < ($0.value.count, $1.value.rank) }.map {
      Share(form: $0.key, count: $0.value.count, total: total)
    }
  }
}

extension Majority: Sendable where Form: Sendable {}
extension Majority.Share: Sendable where Form: Sendable {}
