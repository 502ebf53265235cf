/// A single-byte encoding as which UTF-8 is commonly misread.
public enum LegacyEncoding: String, Sendable, Hashable, CaseIterable {
  case windows1252
  case latin1
  case windows1250
  case windows1251
  case windows1254
  case windows1257
  case latin2
  case codePage437
  case codePage850
  case macRoman
  /// Known by its traces only: its damage is reported, not repaired.
  case gbk

  /// The usual name.
  public var name: String {
    switch self {
    case .windows1252: "Windows-1252"
    case .latin1: "ISO 8859-1"
    case .windows1250: "Windows-1250"
    case .windows1251: "Windows-1251"
    case .windows1254: "Windows-1254"
    case .windows1257: "Windows-1257"
    case .latin2: "ISO 8859-2"
    case .codePage437: "code page 437"
    case .codePage850: "code page 850"
    case .macRoman: "Mac Roman"
    case .gbk: "GBK"
    }
  }
}
