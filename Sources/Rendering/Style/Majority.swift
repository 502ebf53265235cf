/// Counts the forms in which a list writes one thing.
struct Majority<Form: Hashable> {
  private var counts: [Form: Int] = [:]
  private(set) var total = 0

  init() {}

  init(_ forms: some Sequence<Form>) {
    for form in forms { add(form) }
  }

  mutating func add(_ form: Form, count: Int = 1) {
    counts[form, default: 0] += count
    total += count
  }

  /// The form that more than half have; nil without one.
  var form: Form? { counts.first { 2 * $0.value > total }?.key }

  /// The form that all but one, or all but one in so many, have; nil without one.
  func form(allButOneIn count: Int) -> Form? {
    counts.first { $0.value >= total - max(1, total / count) && 2 * $0.value > total }?.key
  }
}

/// The usual forms by the depth of lists, counted from 1: many lists have other bullets in inner lists.
struct MajorityByDepth<Form: Hashable> {
  private var depths: [Int: Majority<Form>] = [:]

  /// The fewest items in inner lists for a form other than that of the outermost lists.
  private static var least: Int { 3 }

  mutating func add(_ form: Form, depth: Int, count: Int = 1) {
    depths[depth, default: Majority()].add(form, count: count)
  }

  /// The usual form of a depth; nil for a depth without one.
  func form(depth: Int) -> Form? { counts(depth).form }

  /// The same of a form that all but one, or all but one in so many, have.
  func form(depth: Int, allButOneIn count: Int) -> Form? { counts(depth).form(allButOneIn: count) }

  private func counts(_ depth: Int) -> Majority<Form> {
    if let own = depths[depth], own.total >= Self.least { return own }
    return depths[1] ?? Majority()
  }
}
