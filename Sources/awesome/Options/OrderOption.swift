/// The order in which entries are rendered.
enum OrderOption: String, CaseIterable {
  case keep
  case alphabetical
}
