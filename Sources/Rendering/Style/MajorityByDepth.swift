import AwesomeList

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
