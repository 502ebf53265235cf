extension JSONValue {
  /// Writes an object whose last member is an array, in pieces: the elements are made as they are written, so that an array of any
  /// length takes the memory of a few of them. The pieces together are what `text` is of the whole.
  ///
  /// - Parameters:
  ///   - members: those before the array.
  ///   - key: the array's.
  ///   - put: takes the next piece.
  public static func write(
    _ members: [JSONMember], _ key: String, _ elements: some Sequence<JSONValue>, to put: (String) -> Void
  ) {
    var writer = JSONWriter()
    writer.put("{")
    for member in members {
      writer.newLine(depth: 1)
      writer.write(member, depth: 0)
      writer.put(",")
    }
    writer.newLine(depth: 1)
    writer.write(key)
    writer.put(": [")
    var isFirst = true
    for element in elements {
      if !isFirst { writer.put(",") }
      isFirst = false
      writer.newLine(depth: 2)
      writer.write(element, depth: 2)
      if writer.count >= 64 * 1024 { put(writer.take()) }
    }
    if !isFirst { writer.newLine(depth: 1) }
    writer.put("]")
    writer.newLine(depth: 0)
    writer.put("}")
    put(writer.finished())
  }
}
