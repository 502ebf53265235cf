import LinkChecking
import Source

/// Where the links of a list are.
struct LinkPlaces {
  let configuration: Configuration
  private var places: [ExactText: [String]] = [:]

  init(_ input: InputFile) throws {
    configuration = input.configuration
    let file = try ListFile(input)
    for link in LinkCollection([file], LinkSelection()).links {
      let shown = link.occurrences.map { "\($0.file):\($0.location.line):\($0.location.column)" }
      places[ExactText(Credentials.hidden(inURL: link.url)), default: []] += shown
    }
  }

  func contains(_ url: String) -> Bool { places[ExactText(url)] != nil }

  subscript(url: String) -> [String] { places[ExactText(url)] ?? [] }
}
