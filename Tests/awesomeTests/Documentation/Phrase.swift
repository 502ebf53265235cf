/// A phrase that a text for readers must not have, with what to write instead.
///
/// Most are translations word by word from another language, over which a native reader stumbles.
struct Phrase: Sendable {
  /// A regular expression of whole words; letters match in both cases.
  let pattern: String
  /// Correct English that the pattern matches too.
  var exceptions: [String] = []
  /// Whether it is wrong only as the beginning of a sentence or clause.
  var beginsSentence = false
  let remedy: String

  static let refused = [
    Phrase(
      pattern: "ask(s|ed|ing)?",
      exceptions: ["ask(s|ed|ing)? (for|to|in|about|whether|how|why|what|a question|questions|an? operator)"],
      remedy: "checked, requested; rules run"),
    Phrase(
      pattern: "behind",
      exceptions: ["behind (an?|the|your|their) ([a-z-]+ )?(proxy|firewall|login|paywall|VPN|load balancer|CDN)"],
      remedy: "after"),
    Phrase(
      pattern: "stands?|stood", exceptions: ["stand-?alone", "stands? for", "stands? out"], remedy: "is, are; appears"),
    Phrase(
      pattern: "alone",
      exceptions: ["(leave|leaves|left|leaving|let)( [a-z]+){0,3} alone", "stand-alone"], remedy: "only"),
    Phrase(pattern: "holds?", exceptions: ["on hold"], remedy: "applies; has"),
    Phrase(
      pattern: "for good", exceptions: ["for good (reasons?|measure)"],
      remedy: "permanently (moved); as success (status)"
    ),
    Phrase(pattern: "in passing", remedy: "transient, temporarily"),
    Phrase(pattern: "tells|says|said|told", remedy: "reports, prints, is reported"),
    Phrase(pattern: "(is|are|was|were|has|have|had) none", remedy: "is not one; without"),
    Phrase(pattern: "of (its|his|her|our|your|their) own", remedy: "separate"),
    Phrase(pattern: "belongs? into", remedy: "goes into"),
    Phrase(
      pattern: "what (is|are|was|were|cannot|can|could|has|have|may|must|comes|goes|lies|follows|fails|needs|works)",
      exceptions: [#"what[^.;?]*\?"#], beginsSentence: true, remedy: "the thing's name: “the text between the markers”"),
    Phrase(pattern: "line (ends?|marks?|signs?)", remedy: "newline, marker, character"),
    Phrase(
      pattern: "signs?",
      exceptions: [
        "sign(s|ed)?[ -](in|up|off|on)", "(plus|minus|equals|dollar|percent|number|at|hash) signs?",
        "signs? (of|that)",
      ], remedy: "character"),
    Phrase(pattern: "judg(e|es|ed|ing|ement|ment)s?", remedy: "checked (entries, links)"),
    Phrase(pattern: "the time (is|was) up", remedy: "the deadline passed"),
    Phrase(pattern: "how often", remedy: "retries; the number of"),
    Phrase(pattern: "how many at a time", remedy: "concurrency"),
  ]

  /// The places of a text that have the phrase, each with the words around it.
  func places(in text: String) throws -> [String] {
    var text = text.replacing(/\s+/, with: " ")
    for exception in exceptions {
      text = text.replacing(try Regex(exception).ignoresCase(), with: "…")
    }
    let start = beginsSentence ? #"(?:^|[.:;!] )"# : #"\b"#
    return text.matches(of: try Regex(#"\#(start)(?:\#(pattern))\b"#).ignoresCase()).map { match in
      let before = text[..<match.range.lowerBound].suffix(30)
      return String(before + text[match.range] + text[match.range.upperBound...].prefix(30))
    }
  }
}
