import Foundation
import Testing

@testable import TextRepair

@Suite("The repertoire")
struct RepertoireTests {
  @Test("It holds every sequence of Unicode's emoji-test, in every status, where that file is installed")
  func complete() throws {
    let path = "/usr/share/unicode/emoji/emoji-test.txt"
    guard let file = try? String(contentsOfFile: path, encoding: .utf8) else {
      print("\(path) is not there: nothing tested.")
      return
    }
    let known = Set(Repertoire.emojiSequences())
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      let points = line.prefix { $0 != ";" }.split(separator: " ").compactMap { UInt32($0, radix: 16) }
      if !points.isEmpty { #expect(known.contains(points), "\(line)") }
    }
  }

  @Test("It holds toned and unqualified forms, and the selectors that people add")
  func forms() {
    let known = Set(Repertoire.emojiSequences())
    for text in ["⭐️", "❗️", "⚒", "⚒️", "🤝🏻", "🫱🏿‍🫲🏻", "👩🏽‍❤️‍👨🏼", "👁‍🗨", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"] {
      #expect(known.contains(text.unicodeScalars.map(\.value)), "\(text)")
    }
    #expect(known.count > 5_200)
  }
}
