import Markdown
import TestSupport

/// Generates lists with the mix of forms of real lists, the same for the same seed.
public struct ListGenerator {
  private var random: SeededRandom
  /// The bytes in each shape so far.
  private var counts: [Int] = []

  public init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  /// Markdown of at least a size: lists of up to 100 kB, the mean of real lists, joined.
  public mutating func markdown(bytes: Int) -> String { text(bytes, ListShape.markdown) }

  /// The same in raw HTML.
  public mutating func html(bytes: Int) -> String { text(bytes, ListShape.html) }

  private mutating func text(_ bytes: Int, _ shapes: [ListShape]) -> String {
    counts = shapes.map { _ in 0 }
    var slugger = Slugger()
    var text = ""
    while text.utf8.count < bytes { text += list(min(bytes - text.utf8.count, 100_000), shapes, &slugger) }
    return text
  }

  /// One list; a quarter of its sections have the same shape, 2 in 5 are in its contents list.
  private mutating func list(_ bytes: Int, _ shapes: [ListShape], _ slugger: inout Slugger) -> String {
    let main = rarest(shapes.indices.filter { shapes[$0].share >= 100 }, shapes)
    var writer = ListWriter(random)
    defer { random = writer.random }
    let title = "Awesome " + writer.name()
    _ = (slugger.anchor(for: title), slugger.anchor(for: "Contents"))
    var contents = ""
    var body = ""
    while contents.utf8.count + body.utf8.count < bytes {
      let heading = writer.heading()
      let anchor = slugger.anchor(for: heading)
      let isTop = contents.isEmpty || writer.chance(40)
      if isTop { contents += "\(writer.bullet)[\(heading)](#\(anchor))\n" }
      let index = writer.chance(25) ? main : rarest(Array(shapes.indices), shapes)
      let section = shapes[index].section(&writer)
      counts[index] += section.utf8.count
      body += "\(isTop ? "##" : "###") \(heading)\n\n\(section)\n"
    }
    let badge = "[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)"
    let start = "# \(title) \(badge)\n\n> \(writer.description())\n\n## Contents\n\n\(contents)\n"
    return start + body + writer.definitions + "\n"
  }

  /// The shape whose bytes are furthest below its share.
  private func rarest(_ indices: [Int], _ shapes: [ListShape]) -> Int {
    indices.min { counts[$0] * shapes[$1].share < counts[$1] * shapes[$0].share } ?? 0
  }
}
