/// The characters of consecutive cells, as the texts beside `generate-tables.py` list them.
struct CharacterTable: Sendable {
  /// The cells; 0 for one without a character.
  private let cells: [UInt32]

  /// Reads a text: a character means itself, `a-z` a range, and a number that many cells without a character.
  ///
  /// - Parameter count: the number of cells; those after the text's end have no character.
  init(_ text: String, count: Int) {
    var cells: [UInt32] = []
    cells.reserveCapacity(count)
    var gap = 0
    var isRange = false
    for scalar in text.unicodeScalars {
      if scalar == "-" {
        isRange = true
      } else if ("0"..."9").contains(scalar) {
        gap = gap * 10 + Int(scalar.value - 0x30)
      } else {
        cells.append(contentsOf: repeatElement(0, count: gap))
        gap = 0
        if isRange, let first = cells.last, first < scalar.value { cells += (first + 1)..<scalar.value }
        isRange = false
        cells.append(scalar.value)
      }
    }
    cells.append(contentsOf: repeatElement(0, count: max(0, count - cells.count)))
    self.cells = cells
  }

  /// The character of a cell; nil for none.
  subscript(index: Int) -> UInt32? {
    guard cells.indices.contains(index), cells[index] != 0 else { return nil }
    return cells[index]
  }

  /// All characters of the table.
  var characters: [UInt32] { cells.filter { $0 != 0 } }
}

/// The characters of two bytes, by both.
struct DoubleByteTable: Sendable {
  private let table: CharacterTable

  private static let leads: ClosedRange<UInt8> = 0x81...0xFE
  private static let trails: ClosedRange<UInt8> = 0x40...0xFE

  init(_ text: String) {
    table = CharacterTable(text, count: Self.leads.count * Self.trails.count)
  }

  subscript(lead: UInt8, trail: UInt8) -> UInt32? {
    guard Self.leads.contains(lead), Self.trails.contains(trail) else { return nil }
    return table[Int(lead - Self.leads.lowerBound) * Self.trails.count + Int(trail - Self.trails.lowerBound)]
  }

  /// All characters of the table.
  var characters: [UInt32] { table.characters }

  static let big5 = DoubleByteTable(Big5Table.text)
  static let eucKR = DoubleByteTable(EUCKRTable.text)
  static let gb18030 = DoubleByteTable(GB18030Table.text)
  static let jisX0212 = DoubleByteTable(JISX0212Table.text)
  static let shiftJIS = DoubleByteTable(ShiftJISTable.text)
}
