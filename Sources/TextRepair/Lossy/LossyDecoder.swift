/// Reads passages of Windows-1252 in which bytes are missing, by the repertoire of known emoji and signs.
///
/// The best reading leaves the fewest characters over, guesses the fewest sequences, takes the longest ones, and needs the least
/// far-fetched kind of loss. The search runs from the end of the passage to its start; the costs of what follows are known then.
///
/// Only the bytes that Windows-1252 leaves undefined count as lost. Many programs lose more, all that ISO 8859-1 has as controls; where
/// nothing in the word shows that these others survived and a common sign is natural where it stands, an answer must be the only one
/// under that reading too. Alone, parted from words, stands an emoji.
struct LossyReader {
  let exact: ExactReader
  let rivals: Rivals
  /// Made when the first bytes are missing somewhere, because making it takes longer than reading a list.
  var repertoire: Repertoire { .shared }

  private static let page = CodePages.windows1252
  /// The cost of a character left over, of a guessed sequence, of any sequence; kinds of loss cost single points.
  private static let leftoverCost = 1_000_000
  private static let guessCost = 10_000
  private static let sequenceCost = 10
  /// Longer passages are not searched: a run of this length is not a word with an emoji.
  private static let longest = 512
  static let mostCandidates = 16
  /// Different paths may give one output, so that counting outputs alone would not end the search for them in time.
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

  /// The best reading of a passage from its start to the end of the word in which the reading ends; nil when nothing is read.
  ///
  /// `evidence` tells what the rest of the file lost.
  func read(_ passage: Passage, evidence: LossEvidence) -> Reading? {
    guard passage.values.count <= Self.longest else { return nil }
    let count = passage.values.count
    var edges = [[Edge]](repeating: [], count: count)
    var costs = [Int](repeating: 0, count: count + 1)
    for index in stride(from: count - 1, through: 0, by: -1) {
      (edges[index], costs[index]) = bestEdges(in: passage, at: index, costs: costs)
    }
    var reading = Reading(page: Self.page)
    var path: [(index: Int, edge: Edge)] = []
    while reading.consumed < count {
      let index = reading.consumed
      if index >= passage.wordCount, Passage.isBreak(passage.values[index]) { break }
      guard let edge = edges[index].first else { break }
      path.append((index, edge))
      take(edge, of: passage, into: &reading)
    }
    guard let changed = reading.changed else { return nil }
    var candidates: [[UInt32]] = []
    if reading.isLossy, !reading.hasPrintables {
      let path = path.filter { changed.contains($0.index) }
      (candidates, reading.suggestsBroadLoss) = broadOutputs(of: path, passage: passage, evidence: evidence)
    }
    for output in [Array(reading.replacement)]
      + outputs(from: changed.lowerBound, to: changed.upperBound, passage: passage, edges: edges)
    where !candidates.contains(output) { candidates.append(output) }
    reading.candidates = candidates.count > 1 ? candidates : []
    return reading
  }

  /// Every output of a path, up to a limit, with each guessed sequence exchanged for what fits there when more bytes may be lost, and
  /// whether a common sign is among that.
  private func broadOutputs(
    of path: [(index: Int, edge: Edge)], passage: Passage, evidence: LossEvidence
  ) -> (outputs: [[UInt32]], suggestsBroadLoss: Bool) {
    var results: [[UInt32]] = [[]]
    var suggests = false
    var previous: UInt32?
    for (index, edge) in path {
      let output = output(of: edge, at: index, in: passage)
      var choices = [output]
      if case .entry(let match) = edge {
        let range = index..<(index + match.count)
        let surroundings = passage.surroundings(of: range, previous: previous)
        let rivals = rivals.fits(of: passage.values[range])
        if evidence.leavesOpen(passage.values[range], rivals: rivals, in: surroundings) {
          choices = self.rivals.sequences(
            fitting: passage.values[range], besides: output, in: surroundings,
            isOneOfMany: path.count { $0.edge.isEntry } > 1)
          suggests = suggests || choices.count > 1
        }
      }
      previous = output.last
      results = Array(results.lazy.flatMap { result in choices.lazy.map { result + $0 } }.prefix(Self.mostCandidates))
    }
    return (results, suggests)
  }

  /// The edges from an index that lead to the cheapest end, and that cost.
  private func bestEdges(in passage: Passage, at index: Int, costs: [Int]) -> ([Edge], Int) {
    let value = passage.values[index]
    let left = exact.isLeftover(passage, at: index, readUpTo: 0, page: Self.page)
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
    if let unit = exact.sequence(in: passage.values, at: index, end: passage.values.count, page: Self.page) {
      offer(.sequence(scalar: unit.scalar, count: unit.count), costs[index + unit.count] + Self.sequenceCost)
    }
    guard value >= 0xC2 || value == 0x23 || value == 0x2A || (0x30...0x39).contains(value) else { return (best, least) }
    RepertoireSearch(passage: passage, codePages: exact.codePages, repertoire: repertoire).forEachMatch(at: index) {
      match in
      // One character left of an emoji is a letter like any other.
      guard match.losses > 0, match.count > 1 else { return }
      let losses = match.endsWithSpace && isSpaceOutOfPlace(in: passage, before: index + match.count) ? 1 : match.losses
      offer(.entry(match), costs[index + match.count] + Self.guessCost + Self.sequenceCost + losses)
    }
    return (best, least)
  }

  /// Whether the space before a character is one that nobody writes: before another space and a word, or before what ends a phrase.
  private func isSpaceOutOfPlace(in passage: Passage, before index: Int) -> Bool {
    switch passage.following(index) {
    case 0x20: passage.following(index + 1) != 0x20 && passage.following(index + 1) != 0x0A
    case 0, 0x0A, 0x21, 0x29, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  }

  private func take(_ edge: Edge, of passage: Passage, into reading: inout Reading) {
    let index = reading.consumed
    let values = passage.values[index..<(index + edge.count)]
    switch edge {
    case .keep:
      if exact.isLeftover(passage, at: index, readUpTo: reading.changed?.upperBound ?? 0, page: Self.page) {
        reading.leftovers += 1
      }
      reading.keep(passage.values[index])
    case .sequence(let scalar, let count):
      exact.note(values, in: &reading)
      reading.replace(count, by: CollectionOfOne(scalar))
    case .entry(let match):
      exact.note(values, in: &reading)
      reading.isLossy = true
      reading.replace(match.count, by: repertoire.scalars(of: match.entry))
    }
  }

  /// Every output of the cheapest paths between two places, up to a limit.
  private func outputs(from start: Int, to end: Int, passage: Passage, edges: [[Edge]]) -> [[UInt32]] {
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
        open.append((index + edge.count, output + self.output(of: edge, at: index, in: passage)))
      }
    }
    return results
  }

  private func output(of edge: Edge, at index: Int, in passage: Passage) -> [UInt32] {
    switch edge {
    case .keep: [passage.values[index]]
    case .sequence(let scalar, _): [scalar]
    case .entry(let match): repertoire.scalars(of: match.entry)
    }
  }
}
