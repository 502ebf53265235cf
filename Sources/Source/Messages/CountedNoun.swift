/// A count with its noun: "1 link", "2 links"; the plural adds an s unless it is given.
public func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? singular : plural ?? singular + "s")"
}
