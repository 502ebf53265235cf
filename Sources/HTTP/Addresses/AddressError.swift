/// Why a text is not a web address.
public enum AddressError: Error, Hashable, Sendable {
  /// It cannot be read as a URL; the phrase says what is wrong.
  case malformed(String)
  /// Its scheme, in lower case, is not `http` or `https`.
  case scheme(String)
  /// It has no scheme: a path or a fragment.
  case relative
}
