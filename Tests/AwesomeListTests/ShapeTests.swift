import AwesomeList
import Exporting
import Foundation
import Markdown
import Source
import TestSupport
import Testing

/// One small list of every shape.
enum Shapes {
  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }()

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  static func source(_ name: String) throws -> SourceText {
    SourceText(utf8: Array(try Data(contentsOf: folder.appendingPathComponent(name + ".md"))))
  }
}

@Suite struct ShapeTests {
  @Test func thereAreFixtures() {
    #expect(Shapes.names.count >= 26)
  }

  @Test(arguments: Shapes.names)
  func aShapeIsExportedAsPeopleReadIt(_ name: String) throws {
    let list = try List(Shapes.source(name))
    try Golden.check(ListExport(list).json, name + ".json")
  }

  @Test(arguments: Shapes.names)
  func lineEndingsMakeNoDifference(_ name: String) throws {
    let source = try Shapes.source(name)
    let bytes = source.bytes.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
    let list = try List(source)
    let other = try List(SourceText(utf8: bytes))
    #expect(ListExport(list).json == ListExport(other).json)
  }
}
