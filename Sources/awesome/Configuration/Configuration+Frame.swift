import Source
import SystemPackage
import TextRepair

extension Configuration {
  /// The text of a file that is put before or behind lists: it lies in the configuration's folder and has none of our marks.
  func frameText(_ file: String) throws(Failure) -> String {
    let path = folder.appending(file)
    let name = path.shown
    let bytes: [UInt8]
    do throws(FileError) {
      try check(path, as: name)
      bytes = try path.read(as: name, limit: InputFile.Content.list.sizeLimit)
    } catch {
      throw Failure(error.description)
    }
    let source = try InputFile.decode(bytes, as: name).source
    let text = source[SourceRange(source.contentStart, source.bytes.count)]
    guard !text.contains("<!-- awesome:"), !text.contains("<!-- /awesome:") else {
      throw Failure(
        "\(name): it is put around a list and may not hold marks of its own; remove its lines <!-- awesome:… -->")
    }
    return text
  }
}
