/// Decodes Windows-1252 suspects that lost bytes, by the repertoire of known emoji and signs.
///
/// The best candidate has the fewest leftovers, then the fewest guessed sequences, then the longest ones, then the likeliest losses. The
/// search goes from the end of the suspect to its start, so that the costs of the rest are known.
///
/// Only the undefined bytes of Windows-1252 count as lost. Many programs lose more: all control bytes of ISO 8859-1. If no character of
/// the word shows that these survived, and a common sign is natural there, the answer must be unique under that assumption too. Between
/// spaces it is an emoji.
struct LossyDecoder {
  let exact: ExactDecoder
  let competitors: Competitors
  /// Built at the first lost byte, because that takes longer than reading a list.
  var repertoire: Repertoire { .shared }

  private static let page = CodePages.windows1252
  /// The costs of a leftover, a guessed sequence and any sequence; losses cost single points.
  private static let leftoverCost = 1_000_000
  private static let guessCost = 10_000
  private static let sequenceCost = 10
  /// The longest suspect that is searched: a longer one is not a word with an emoji.
  private static let longest = 512
  static let mostCandidates = 16
  /// The most steps of a search for outputs: many paths can give the same output.
  private static let mostSteps = 4096

  private enum Edge {
    case keep
    case sequence(scalar: UInt32, count: Int)
    case entry(RepertoireMatch)

    var isEntry: Bool { if case .entry = self { true } else { false } }

    var count: Int {
      switch self {
      case .keep: 1
      case .sequence(_, let count): count
      case .entry(let match): match.count
      }
    }
  }

  /// The best candidate for a suspect, up to the end of the last word that it changes; nil if it changes nothing.
  ///
  /// `evidence` is that of the rest of the file for lost bytes.
  func decode(_ suspect: Suspect, evidence: LossEvidence) -> Candidate? {
    guard suspect.values.count <= Self.longest else { return nil }
    let count = suspect.values.count
    var edges = [[Edge]](repeating: [], count: count)
    var costs = [Int](repeating: 0, count: count + 1)
    for index in stride(from: count - 1, through: 0, by: -1) {
      (edges[index], costs[index]) = bestEdges(in: suspect, at: index, costs: costs)
    }
    var candidate = Candidate(page: Self.page)
    var path: [(index: Int, edge: Edge)] = []
    while candidate.consumed < count {
      let index = candidate.consumed
      if index >= suspect.wordCount, Suspect.isBreak(suspect.values[index]) { break }
      guard let edge = edges[index].first else { break }
      path.append((index, edge))
      consume(edge, of: suspect, into: &candidate)
    }
    guard let changed = candidate.changed else { return nil }
    var alternatives: [[UInt32]] = []
    if candidate.isLossy, !candidate.hasPrintables {
      let path = path.filter { changed.contains($0.index) }
      (alternatives, candidate.suggestsBroadLoss) = broadOutputs(of: path, suspect: suspect, evidence: evidence)
    }
    for output in [Array(candidate.replacement)]
      + outputs(from: changed.lowerBound, to: changed.upperBound, suspect: suspect, edges: edges)
    where !alternatives.contains(output) { alternatives.append(output) }
    let isDoubtful = path.contains {
      if case .entry(let match) = $0.edge { !repertoire.isLikely(match.entry) } else { false }
    }
    if alternatives.count > 1 || isDoubtful { candidate.alternatives = Array(alternatives.prefix(Self.mostCandidates)) }
    return candidate
  }

  /// The outputs of a path, up to a limit, with each guessed sequence replaced by all that fit if more bytes are lost, and whether
  /// these include a common sign.
  private func broadOutputs(
    of path: [(index: Int, edge: Edge)], suspect: Suspect, evidence: LossEvidence
  ) -> (outputs: [[UInt32]], suggestsBroadLoss: Bool) {
    var results: [[UInt32]] = [[]]
    var suggests = false
    var previous: UInt32?
    for (index, edge) in path {
      let output = output(of: edge, at: index, in: suspect)
      var choices = [output]
      if case .entry(let match) = edge {
        let range = index..<(index + match.count)
        let neighbours = suspect.neighbours(of: range, previous: previous)
        let competitors = competitors.fits(of: suspect.values[range])
        if evidence.leavesOpen(suspect.values[range], competitors: competitors, in: neighbours) {
          choices = self.competitors.sequences(
            fitting: suspect.values[range], besides: output, in: neighbours,
            isOneOfMany: path.count { $0.edge.isEntry } > 1)
          suggests = suggests || choices.count > 1
        }
      }
      previous = output.last
      results = Array(results.lazy.flatMap { result in choices.lazy.map { result + $0 } }.prefix(Self.mostCandidates))
    }
    return (results, suggests)
  }

  /// The cheapest edges from an index, and their cost up to the end.
  private func bestEdges(in suspect: Suspect, at index: Int, costs: [Int]) -> ([Edge], Int) {
    let value = suspect.values[index]
    let left = exact.isLeftover(suspect, at: index, decodedUpTo: 0, page: Self.page)
    var best: [Edge] = [.keep]
    var least = costs[index + 1] + (left ? Self.leftoverCost : 0)
    func offer(_ edge: Edge, _ cost: Int) {
      if cost < least {
        best = [edge]
        least = cost
      } else if cost == least {
        best.append(edge)
      }
    }
    if let unit = exact.sequence(in: suspect.values, at: index, end: suspect.values.count, page: Self.page) {
      offer(.sequence(scalar: unit.scalar, count: unit.count), costs[index + unit.count] + Self.sequenceCost)
    }
    guard value >= 0xC2 || JoinerContext.isKeycapBase(value) else { return (best, least) }
    var matches: [RepertoireMatch] = []
    RepertoireSearch(suspect: suspect, codePages: exact.codePages, repertoire: repertoire).forEachMatch(at: index) {
      match in
      // One remaining character of an emoji is a letter like any other.
      if match.losses > 0, match.count > 1 { matches.append(match) }
    }
    if let end = matches.first(where: { repertoire.isClosingQuote($0.entry) }),
      isEndOfQuotation(end, in: suspect, at: index)
    {
      matches.removeAll { $0.count == end.count && !repertoire.isClosingQuote($0.entry) }
    }
    // What fits the same characters is as good, however its bytes were lost.
    var losses: [Int: Int] = [:]
    for match in matches {
      let isOut = match.endsWithSpace && isSpaceOutOfPlace(in: suspect, before: index + match.count)
      losses[match.count] = min(losses[match.count] ?? .max, isOut ? 1 : match.losses)
    }
    for match in matches.sorted(by: { ($0.losses, $0.entry) < ($1.losses, $1.entry) }) {
      offer(
        .entry(match),
        costs[index + match.count] + Self.guessCost + Self.sequenceCost + (losses[match.count] ?? match.losses))
    }
    return (best, least)
  }

  /// Whether a closing quotation mark ends a quotation that has begun: it is after a word or its punctuation, not between letters.
  private func isEndOfQuotation(_ match: RepertoireMatch, in suspect: Suspect, at index: Int) -> Bool {
    let before = index > 0 ? suspect.values[index - 1] : suspect.before
    let isAfterWord = before > 0x20 && before != Suspect.barrier
    guard isAfterWord, !CharacterTraits.of(suspect.following(index + match.count)).kind.isLetter else { return false }
    return suspect.isInQuotation || Suspect.opensQuotation(suspect.values[..<index])
  }

  /// Whether a space before a character is unnatural: before another space and a word, or before punctuation.
  private func isSpaceOutOfPlace(in suspect: Suspect, before index: Int) -> Bool {
    switch suspect.following(index) {
    case 0x20: suspect.following(index + 1) != 0x20 && suspect.following(index + 1) != 0x0A
    case 0, 0x0A, 0x21, 0x29, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  }

  private func consume(_ edge: Edge, of suspect: Suspect, into candidate: inout Candidate) {
    let index = candidate.consumed
    let values = suspect.values[index..<(index + edge.count)]
    switch edge {
    case .keep:
      if exact.isLeftover(suspect, at: index, decodedUpTo: candidate.changed?.upperBound ?? 0, page: Self.page) {
        candidate.leftovers += 1
      }
      candidate.keep(suspect.values[index])
    case .sequence(let scalar, let count):
      exact.note(values, in: &candidate)
      candidate.replace(count, by: CollectionOfOne(scalar))
    case .entry(let match):
      exact.note(values, in: &candidate)
      candidate.isLossy = true
      candidate.replace(match.count, by: repertoire.scalars(of: match.entry))
    }
  }

  /// The outputs of the cheapest paths between two places, up to a limit.
  private func outputs(from start: Int, to end: Int, suspect: Suspect, edges: [[Edge]]) -> [[UInt32]] {
    var results: [[UInt32]] = []
    var open: [(index: Int, output: [UInt32])] = [(start, [])]
    var steps = 0
    while let (index, output) = open.popLast(), results.count < Self.mostCandidates, steps < Self.mostSteps {
      steps += 1
      guard index < end else {
        if index == end, !results.contains(output) { results.append(output) }
        continue
      }
      for edge in edges[index].reversed() {
        open.append((index + edge.count, output + self.output(of: edge, at: index, in: suspect)))
      }
    }
    return results
  }

  private func output(of edge: Edge, at index: Int, in suspect: Suspect) -> [UInt32] {
    switch edge {
    case .keep: [suspect.values[index]]
    case .sequence(let scalar, _): [scalar]
    case .entry(let match): repertoire.scalars(of: match.entry)
    }
  }
}
