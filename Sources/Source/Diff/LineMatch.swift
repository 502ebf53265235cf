/// A line that two texts share, by its 0-based index in each.
struct LineMatch: Hashable {
  let old: Int
  let new: Int
}
