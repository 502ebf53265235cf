import CYAML

/// What a YAML text is made of, as libyaml reads it: the starts and ends of collections, scalars and aliases.
///
/// Source: yaml.h.
@safe struct EventStream: ~Copyable {
  enum Event {
    case streamEnd
    case documentStart
    case documentEnd
    case scalar(Node.Scalar, Properties)
    case sequenceStart(Properties)
    case sequenceEnd
    case mappingStart(Properties)
    case mappingEnd
    case alias(String)
  }

  /// What may be before a value: `&anchor` and `!tag`.
  struct Properties {
    let anchor: String?
    let tag: String?
  }

  // libyaml keeps the addresses of both.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// Begins to read a text.
  init(_ text: String) throws(YAMLError) {
    unsafe parser = .allocate(capacity: 1)
    unsafe input = .allocate(capacity: text.utf8.count)
    _ = unsafe input.initialize(from: text.utf8)
    guard unsafe yaml_parser_initialize(parser) == 1 else { throw .outOfMemory }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event and where it begins.
  mutating func next() throws(YAMLError) -> (event: Event, place: Place) {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else {
        throw unsafe YAMLError(parser.pointee, UnsafeBufferPointer(input))
      }
      defer { unsafe yaml_event_delete(&event) }
      if let read = unsafe Event(event) { return (read, unsafe Place(event.start_mark)) }
    }
  }
}

extension EventStream.Event {
  /// Copies an event of the library; nil for one that is nothing of the text.
  fileprivate init?(_ event: yaml_event_t) {
    switch unsafe event.type {
    case YAML_STREAM_END_EVENT: self = .streamEnd
    case YAML_DOCUMENT_START_EVENT: self = .documentStart
    case YAML_DOCUMENT_END_EVENT: self = .documentEnd
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.tag == nil
      self = .scalar(
        Node.Scalar(text: unsafe String(decoding: bytes, as: UTF8.self), isPlain: isPlain),
        unsafe .init(anchor: Self.text(scalar.anchor), tag: Self.text(scalar.tag)))
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      self = .sequenceStart(unsafe .init(anchor: Self.text(start.anchor), tag: Self.text(start.tag)))
    case YAML_SEQUENCE_END_EVENT: self = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      self = .mappingStart(unsafe .init(anchor: Self.text(start.anchor), tag: Self.text(start.tag)))
    case YAML_MAPPING_END_EVENT: self = .mappingEnd
    case YAML_ALIAS_EVENT: self = .alias(unsafe Self.text(event.data.alias.anchor) ?? "")
    default: return nil
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(decodingCString: pointer, as: UTF8.self)
  }
}

extension Place {
  init(_ mark: yaml_mark_t) { self.init(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1) }
}
