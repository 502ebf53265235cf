internal import JSON
internal import LinkChecking
internal import Source

extension LinkState {
  /// Reads the file of a state; lines that are damaged are in `problems`, and stay in the file.
  public init(_ bytes: [UInt8]) throws(LinkHistoryError) {
    var hasHeader = false
    var byURL: [ExactText: TroubledLink] = [:]
    var start = 0
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let range = start..<end
      (start, number) = (end + 1, number + 1)
      if bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
      if let link = TroubledLink(bytes, range) {
        let key = ExactText(link.url)
        byURL[key] = byURL[key].map { $0.merged(with: link) } ?? link
      } else if try readHeader(bytes, range) {
        hasHeader = true
      } else {
        damaged.append(Array(bytes[range]))
        problems.append(LineProblem(line: number, text: "not a line of a state"))
      }
    }
    guard hasHeader || !byURL.isEmpty || damaged.isEmpty else { throw .notState }
    links = Array(byURL.values)
    sort()
  }

  /// Reads a header; of several, as a merge in git leaves them, all nights count.
  private mutating func readHeader(_ bytes: [UInt8], _ range: Range<Int>) throws(LinkHistoryError) -> Bool {
    guard var reader = LineReader(bytes, range) else { return false }
    var isState = false
    var nights: [Day]? = []
    var members: [RawMember] = []
    while let (key, value) = reader.next() {
      if bytes.matches("awesome", in: key) {
        isState = bytes.string(in: value) == "links"
      } else if bytes.matches("version", in: key) {
        if let version = bytes.json(in: value)?.integer, version > Self.version { throw .newer(version: version) }
      } else if bytes.matches("nights", in: key) {
        nights = bytes.days(in: value)
      } else if let member = RawMember(bytes, key: key, value: value) {
        members.append(member)
      } else {
        return false
      }
    }
    guard isState, reader.isComplete, let nights else { return false }
    self.nights = Set(self.nights + nights).sorted().suffix(Self.nightLimit)
    unknown += members.filter { member in !unknown.contains { $0.key == member.key } }
    return true
  }

  /// The file: the header, a line for each link, sorted by URL, then the damaged lines as they were.
  public var bytes: [UInt8] {
    var writer = LineWriter()
    writer.begin()
    writer.write("awesome", "links")
    writer.write("version", Self.version)
    writer.write("nights", nights)
    writer.write(unknown)
    writer.end()
    for link in links { link.write(to: &writer) }
    for line in damaged { writer.write(line: line) }
    return writer.bytes
  }
}

extension [UInt8] {
  /// The days of an array in a range; nil for anything else.
  func days(in range: Range<Int>) -> [Day]? {
    guard let values = json(in: range)?.array else { return nil }
    let days = values.compactMap { $0.string.flatMap { Day($0) } }
    return days.count == values.count ? days : nil
  }
}
