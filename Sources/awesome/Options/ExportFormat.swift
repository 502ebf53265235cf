import ArgumentParser

/// The data that a list can be printed as.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case json
  case html
  case atom
  case opml
  case csv
}
