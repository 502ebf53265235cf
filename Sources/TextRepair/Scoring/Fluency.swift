import Source

/// How rare decoded letters are beside their neighbours: the comparison of code pages that give different letters.
struct Fluency {
  private static let shared = Fluency()

  /// The number of neighbours that are told apart: none, a to z, any other letter.
  private static let columns = 28
  private static let numbersPerLetter = 1 + 2 * columns
  /// The rarity of a letter that no text has, in bits, and of characters of which nothing is counted.
  private static let unknownLetter = 40
  private static let commonSigns = Set("·÷×§«»±µ°".unicodeScalars.map(\.value))
  private static let rarestSign = 20
  private static let scriptLetter = 10

  /// By letter from U+00C0 on: the start of its numbers in `numbers`; -1 for a letter that is not counted.
  private let starts: [Int]
  private let numbers: [UInt8]

  private init() {
    var starts = [Int](repeating: -1, count: 0x250 - 0xC0)
    var numbers: [UInt8] = []
    for scalar in LetterNeighbours.table.unicodeScalars where scalar != " " {
      if scalar.isASCII, let digit = UInt8(ascii: scalar).hexDigitValue {
        numbers.append(digit)
      } else if (0xC0..<0x250).contains(scalar.value) {
        starts[Int(scalar.value) - 0xC0] = numbers.count
        let capital = scalar.properties.uppercaseMapping.unicodeScalars
        if capital.count == 1, let form = capital.first?.value, (0xC0..<0x250).contains(form) {
          starts[Int(form) - 0xC0] = numbers.count
        }
      }
    }
    self.starts = starts
    self.numbers = numbers
  }

  /// How rare the decoded characters of a candidate are, in tenths of a point: 0 is frequent.
  static func cost(of candidate: Candidate) -> Int {
    let output = candidate.output
    var total = 0
    for index in candidate.outputStart..<max(candidate.outputStart, candidate.outputEnd) where output[index] >= 0x80 {
      total += shared.rarity(
        of: output[index], after: index > 0 ? output[index - 1] : 0,
        before: index + 1 < output.count ? output[index + 1] : 0)
    }
    return total
  }

  private func rarity(of value: UInt32, after left: UInt32, before right: UInt32) -> Int {
    guard (0xC0..<0x250).contains(value), value != 0xD7, value != 0xF7 else {
      let isScript = CharacterTraits.of(value).kind.isLetter || value >= 0x2C00
      if Self.commonSigns.contains(value) { return Self.scriptLetter }
      return isScript ? Self.scriptLetter : Self.rarestSign - SymbolBonus.gain(of: CollectionOfOne(value)) * 3 / 5
    }
    let start = starts[Int(value) - 0xC0]
    guard start >= 0 else { return Self.unknownLetter }
    let bits =
      Int(numbers[start]) + Int(numbers[start + 1 + column(of: left)])
      + Int(numbers[start + 1 + Self.columns + column(of: right)])
    return bits * 8 / 5
  }

  private func column(of neighbour: UInt32) -> Int {
    switch neighbour {
    case 0x61...0x7A: Int(neighbour) - 0x60
    case 0x41...0x5A: Int(neighbour) - 0x40
    default: CharacterTraits.of(neighbour).kind.isLetter ? Self.columns - 1 : 0
    }
  }
}
