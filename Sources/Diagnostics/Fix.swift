public import Source

/// The edits that make a finding go away.
public struct Fix: Hashable, Sendable {
  /// What a safe fix changes besides the text that it replaces; whatever it does not declare is proven to stay.
  public struct Effects: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Blocks, links, emphasis, code or comments come, go or change their kind.
    public static let structure = Effects(rawValue: 1 << 0)
    /// The anchors of headings.
    public static let anchors = Effects(rawValue: 1 << 1)
  }

  /// The edits, which belong together: all are applied or none.
  public let edits: [Edit]
  /// Whether they cannot change the content of the list or the target of a link.
  public let isSafe: Bool
  public let effects: Effects

  public init(edits: [Edit], isSafe: Bool, effects: Effects = []) {
    self.edits = edits
    self.isSafe = isSafe
    self.effects = effects
  }

  public static func safe(_ edits: Edit..., effects: Effects = []) -> Fix {
    Fix(edits: edits, isSafe: true, effects: effects)
  }

  public static func unsafe(_ edits: Edit...) -> Fix {
    Fix(edits: edits, isSafe: false)
  }
}

extension Fix {
  /// The fix as it may be shown: where it would write a password, edits are cut to what they change; nil where that is a password still.
  func shown(in source: SourceText) -> Fix? {
    var shown: [Edit] = []
    for edit in edits {
      guard let edit = edit.withoutCredentials(in: source) else { return nil }
      shown.append(edit)
    }
    return Fix(edits: shown, isSafe: isSafe, effects: effects)
  }
}

extension Edit {
  fileprivate func withoutCredentials(in source: SourceText) -> Edit? {
    let new = Array(replacement.utf8)
    let secrets = Credentials.ranges(in: new) + Credentials.ranges(in: new, isURL: true)
    if secrets.isEmpty { return self }
    let old = Array(source.bytes(in: range))
    // What both have stays, in whole characters of UTF-8.
    var start = zip(old, new).prefix { $0 == $1 }.count
    while start > 0, start < new.count, new[start] & 0xC0 == 0x80 { start -= 1 }
    var tail = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    while tail > 0, new[new.count - tail] & 0xC0 == 0x80 { tail -= 1 }
    let changed = start..<new.count - tail
    if secrets.contains(where: { $0.overlaps(changed) }) { return nil }
    return Edit(
      SourceRange(range.lowerBound + start, range.upperBound - tail), String(decoding: new[changed], as: UTF8.self))
  }
}
