import AwesomeList
import Markdown
import Source

/// The usual bullets of a list.
struct BulletStyle {
  private var bullets = MajorityByDepth<UInt8>()

  init(_ lists: [StyledBlocks.ListBlock]) {
    for list in lists where !list.isOrdered {
      guard let bullet = list.block.firstByte else { continue }
      bullets.add(bullet, depth: list.depth, count: list.block.childCount)
    }
  }

  /// The usual bullet of a depth; nil for a depth without one.
  func bullet(depth: Int) -> UInt8? { bullets.form(depth: depth) }

  /// The new markers of a list's items, by their offsets.
  func markers(of list: StyledBlocks.ListBlock) -> [Int: String] {
    guard !list.isDivided, let bullet = bullet(depth: list.depth), let old = list.block.firstByte, old != bullet else {
      return [:]
    }
    let marker = String(UnicodeScalar(bullet))
    return Dictionary(list.block.children.map { ($0.range.lowerBound, marker) }) { first, _ in first }
  }
}

/// The way a list numbers its items: whether numbers count, and the character after them.
struct NumberStyle {
  /// The usual difference between a number and the next one.
  private let step: Int?
  private let delimiter: UInt8?

  init(_ lists: [StyledBlocks.ListBlock]) {
    let numbers = lists.filter(\.isOrdered).map { $0.block.children.compactMap(ItemNumber.init) }
    step = Majority(numbers.compactMap { Self.step(of: $0) }).form
    delimiter = Majority(numbers.joined().map(\.delimiter)).form
  }

  /// The new markers of a list's items, by their offsets; the first number stays, because readers see it.
  func markers(of list: StyledBlocks.ListBlock) -> [Int: String] {
    let numbers = list.block.children.compactMap(ItemNumber.init)
    guard numbers.count == list.block.childCount, let first = numbers.first?.value else { return [:] }
    let step = Self.step(of: numbers).flatMap { own in self.step ?? own }
    var markers: [Int: String] = [:]
    for (index, number) in numbers.enumerated() {
      let value = step.map { first + index * $0 } ?? number.value
      let delimiter = list.isDivided ? number.delimiter : delimiter ?? number.delimiter
      guard value != number.value || delimiter != number.delimiter else { continue }
      markers[number.offset] = "\(value)\(UnicodeScalar(delimiter))"
    }
    return markers
  }

  /// 1 where most numbers count, 0 where most are the same; nil for other numbers, and for one.
  private static func step(of numbers: [ItemNumber]) -> Int? {
    guard let first = numbers.first?.value else { return nil }
    return [1, 0].first { step in
      let others = numbers.enumerated().dropFirst()
      return 2 * others.count { $0.element.value == first + $0.offset * step } > others.count
    }
  }
}

/// The number of an ordered item, of at most nine digits (CommonMark 0.31, section 5.2).
private struct ItemNumber {
  let offset: Int
  let value: Int
  let delimiter: UInt8

  init?(_ item: Block) {
    let bytes = item.sourceText.bytes(in: item.range)
    let digits = bytes.prefix(while: \.isASCIIDigit)
    guard digits.count < 10, let value = Int(String(decoding: digits, as: UTF8.self)), digits.endIndex < bytes.endIndex
    else { return nil }
    self.value = value
    offset = item.range.lowerBound
    delimiter = bytes[digits.endIndex]
  }
}

extension Block {
  /// The first byte of a block, such as its bullet.
  var firstByte: UInt8? { sourceText.bytes(in: range).first }
}
