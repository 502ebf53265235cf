/// Looks for what stands on both sides of a passage.
struct SurroundingsSearch {
  let buffer: UnsafeBufferPointer<UInt8>

  /// What stands around a passage. Behind a line end follows what the next line of the same paragraph says.
  func surroundings(of passage: Passage) -> Surroundings {
    var result = Surroundings()
    guard let start = passage.offsets.first, let end = passage.offsets.last else { return result }
    let left = skippingSpaces(before: start)
    result.touchesBefore = left == start
    result.before = neighbour(before: left)
    if result.before == .edge, left > 0 {
      var lineEnd = left - 1
      if buffer[lineEnd] == 0x0A, lineEnd > 0, buffer[lineEnd - 1] == 0x0D { lineEnd -= 1 }
      if neighbour(before: skippingSpaces(before: lineEnd)).isWord { result.before = .wrapped }
    }
    let right = skippingSpaces(from: end)
    result.touchesAfter = right == end
    result.after = neighbour(at: right)
    if result.after == .edge, right < buffer.count {
      let isPair = buffer[right] == 0x0D && right + 1 < buffer.count && buffer[right + 1] == 0x0A
      if neighbour(at: skippingSpaces(from: right + (isPair ? 2 : 1))) == .lowercase { result.after = .wrapped }
    }
    return result
  }

  private func skippingSpaces(before offset: Int) -> Int {
    var offset = offset
    while offset > 0, buffer[offset - 1] == 0x20 { offset -= 1 }
    return offset
  }

  private func skippingSpaces(from offset: Int) -> Int {
    var offset = offset
    while offset < buffer.count, buffer[offset] == 0x20 { offset += 1 }
    return offset
  }

  private func neighbour(before offset: Int) -> Surroundings.Neighbour {
    guard offset > 0 else { return .edge }
    var start = offset - 1
    while start > 0, start > offset - 4, buffer[start] & 0xC0 == 0x80 { start -= 1 }
    return neighbour(at: start)
  }

  private func neighbour(at offset: Int) -> Surroundings.Neighbour {
    offset < buffer.count ? Surroundings.Neighbour(scalar(in: buffer, at: offset).value) : .edge
  }
}
