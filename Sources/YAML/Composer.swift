extension Node {
  /// Reads the only document of a YAML text; nil for an empty one.
  ///
  /// Tags of YAML itself, such as `!!str`, are read over; others are an error.
  ///
  /// - Parameters:
  ///   - depth: the most collections inside of each other.
  ///   - aliases: the most aliases that are followed: nested aliases grow a text at worst threefold with every three of them.
  public static func read(_ text: String, depth: Int = 100, aliases: Int = 24) throws(YAMLError) -> Node? {
    var composer = Composer(try EventStream(text), depth: depth, aliases: aliases)
    return try composer.document()
  }
}

/// Makes a tree of the events of a text.
private struct Composer: ~Copyable {
  private var events: EventStream
  private let maximumDepth: Int
  private let maximumAliases: Int
  private var aliasCount = 0
  /// The values so far that have an anchor.
  private var anchors: [String: Node] = [:]

  init(_ events: consuming EventStream, depth: Int, aliases: Int) {
    self.events = events
    maximumDepth = depth
    maximumAliases = aliases
  }

  mutating func document() throws(YAMLError) -> Node? {
    var root: Node?
    while true {
      let (event, place) = try events.next()
      switch event {
      case .streamEnd: return root
      case .documentStart:
        guard root == nil else { throw YAMLError(place: place, problem: "a second document begins here; remove `---`") }
      case .documentEnd: continue
      default: root = try node(event, place, depth: 0)
      }
    }
  }

  /// The value that begins with an event.
  private mutating func node(_ event: EventStream.Event, _ place: Place, depth: Int) throws(YAMLError) -> Node {
    switch event {
    case .scalar(let scalar, let properties):
      return try add(Node(value: .scalar(scalar), place: place), properties)
    case .sequenceStart(let properties):
      return try add(Node(value: .sequence(items(depth: nested(depth, place))), place: place), properties)
    case .mappingStart(let properties):
      return try add(Node(value: .mapping(entries(depth: nested(depth, place))), place: place), properties)
    case .alias(let name): return try value(of: name, at: place)
    case .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
      throw YAMLError(place: place, problem: "a value is missing")
    }
  }

  private func nested(_ depth: Int, _ place: Place) throws(YAMLError) -> Int {
    guard depth < maximumDepth else {
      throw YAMLError(place: place, problem: "more than \(maximumDepth) lists or mappings inside of each other")
    }
    return depth + 1
  }

  private mutating func items(depth: Int) throws(YAMLError) -> [Node] {
    var items: [Node] = []
    while true {
      let (event, place) = try events.next()
      if case .sequenceEnd = event { return items }
      items.append(try node(event, place, depth: depth))
    }
  }

  private mutating func entries(depth: Int) throws(YAMLError) -> [(key: Node, value: Node)] {
    var entries: [(key: Node, value: Node)] = []
    var lines: [[UInt8]: Int] = [:]
    while true {
      let (event, place) = try events.next()
      if case .mappingEnd = event { return entries }
      let key = try node(event, place, depth: depth)
      if case .scalar(let scalar) = key.value {
        // By bytes: to YAML, two spellings of a letter are two keys.
        if let line = lines.updateValue(place.line, forKey: Array(scalar.text.utf8)) {
          throw YAMLError(place: place, problem: "duplicate key `\(scalar.text)`; the first one is on line \(line)")
        }
      }
      let (valueEvent, valuePlace) = try events.next()
      entries.append((key, try node(valueEvent, valuePlace, depth: depth)))
    }
  }

  /// Keeps a value for the aliases of its anchor.
  private mutating func add(_ node: Node, _ properties: EventStream.Properties) throws(YAMLError) -> Node {
    if let tag = properties.tag, tag != "!", !tag.utf8.starts(with: "tag:yaml.org,2002:".utf8) {
      throw YAMLError(
        place: node.place, problem: "the tag `\(tag)` means nothing here; remove it, or put the text in quotes")
    }
    if let anchor = properties.anchor { anchors[anchor] = node }
    return node
  }

  private mutating func value(of name: String, at place: Place) throws(YAMLError) -> Node {
    aliasCount += 1
    guard aliasCount <= maximumAliases else {
      throw YAMLError(place: place, problem: "more than \(maximumAliases) aliases (`*name`); write the values out")
    }
    guard let node = anchors[name] else {
      throw YAMLError(
        place: place, problem: "no value above has the anchor `&\(name)`; put text that begins with `*` in quotes")
    }
    return node
  }
}
