internal import Source

/// The meaning of a URL's scheme other than `http` and `https`.
public enum URLScheme: Hashable, Sendable {
  /// Registered or in wide use, for something other than the web.
  case known
  /// It runs code, or reads files or the page itself: it never belongs in a list.
  case dangerous
  /// It is a slip of the pen for this scheme.
  case misspelt(String)
  /// Not known here: perhaps no scheme at all, as in `readme:setup`.
  case unknown

  /// - Parameter name: without its colon, in any case.
  public init(_ name: some StringProtocol) {
    let name = name.lowercased()
    if Self.dangerousNames.contains(name) {
      self = .dangerous
    } else if Self.knownNames.contains(name) || Self.families.contains(where: { name.begins(with: $0) }) {
      self = .known
    } else if let meant = Self.meant(by: name) {
      self = .misspelt(meant)
    } else {
      self = .unknown
    }
  }

  /// The verdict on a link with this scheme, which is never requested.
  func decision(_ name: String) -> LinkDecision {
    switch self {
    case .known: LinkDecision(.unchecked, "not a web address: \(name):")
    case .misspelt(let meant): LinkDecision(.broken, "the scheme \(name): is misspelt; write \(meant):")
    case .dangerous, .unknown: LinkDecision(.refused, "links with \(name): are never requested")
    }
  }

  /// The scheme of the web that a name is one slip away from, or two where it has no other letters than that scheme.
  private static func meant(by name: String) -> String? {
    let bytes = Array(name.utf8)
    guard (3...8).contains(bytes.count) else { return nil }
    let slips = bytes.allSatisfy { "https".utf8.contains($0) } ? 2 : 1
    // Of equally near ones the one that has an S, if the name has.
    let candidates = bytes.contains(UInt8(ascii: "s")) ? ["https", "http"] : ["http", "https"]
    let near = candidates.map { (name: $0, distance: distance(bytes, Array($0.utf8))) }
    return near.filter { $0.distance <= slips }.min { $0.distance < $1.distance }?.name
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours that make one name of the other (Damerau, 1964).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var rows = [Array(0...right.count)]
    for row in 1...left.count {
      var next = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(rows[row - 1][column] + 1, next[column - 1] + 1, rows[row - 1][column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, rows[row - 2][column - 2] + 1)
        }
        next.append(best)
      }
      rows.append(next)
    }
    return rows[left.count][right.count]
  }

  private static let dangerousNames: Set<String> = [
    "blob", "data", "file", "filesystem", "jar", "javascript", "livescript", "mocha", "vbscript", "view-source",
  ]

  /// The beginnings of names that programs and registries reserve for their own.
  private static let families = [
    "git+", "hg+", "svn+", "bzr+", "web+", "ms-", "x-", "com-", "vscode-", "chrome-", "moz-",
  ]

  /// Source: the IANA registry of URI schemes, permanent and provisional, and schemes of programs in wide use.
  private static let knownNames: Set<String> = {
    let names = """
      aaa aaas about acap acct acd adiumxtra afp afs aim amqp amqps android-app apt ar ark arxiv at attachment aw barion
      bb bear bitbucket bitcoin bitcoincash bolo brave browserext bzr cal callto calshow cap cast casts chrome cid
      claude coap coaps cpe crid cursor cvs dab dat dav davs dhttp diaspora dict did discord dlna-playcontainer
      dlna-playsingle dns docker doi drm dtn dtv dvb dvx dweb ed2k edge element elsi ethereum ethernet example facetime
      facetime-audio fb feed feedready figma finger fish fm ftp ftps gemini geo gg git gitoid gizmoproject go gopher
      gophers graph gs gtalk h323 ham hcap hcp hdfs hdl hg hyper iax icap icon idea im imap imaps info intent iotdisco
      ipfs ipn ipns ipp ipps irc irc6 ircs iris isbn issn itms itms-apps itms-appss itms-services itmss jabber jdbc
      jetbrains jms kakaotalk keybase keyparc lastfm lbry ldap ldapi ldaps leaptofrogans lightning line linear lpa
      lvlt magnet mailserver mailto maps market matrix message microsoft mid mms mmsh modem monero mongodb mongodb+srv
      mqtt mqtts msnim msrp msrps mt mtqp mumble mupdate mvn mysql nats news nex nfs ni nih nntp nostr notes notion num
      obsidian ocf oci oid omnifocus onenote onenote-cmd opaquelocktoken openid openpgp4fpr opera orcid otpauth p1
      palm paparazzi payment payto pbx pdf pgp pkcs11 pkg platform pmid pop pop3 postgres postgresql pptp pres prospero
      proxy psyc pwid pycharm qb query raycast reddit redis rediss reload res resource rmi rsync rtmfp rtmp rtmps rtmpt
      rtsp rtsps rtspu s3 scp secondlife secret-token service session sftp sgn sgnl shc shelter shortcuts shttp sieve
      signal simpleledger simplex sip sips skype slack smb smp sms smsto smtp smtps snews snmp socks4 socks4a socks5
      socks5h sourcetree spartan spiffe spotify ssb ssh starknet steam stun stuns submit svn swh swid swidpath
      tag teamspeak teapot teapots teams tel teliaeid telnet tftp tg things thismessage thzp tip titan tn3270 tv twitter
      udp unreal upt urn ut2004 uuid-in-package v-event vemmi ventrilo viber videotex vnc vscode vscodium wais wasm
      wcr webcal webcals whatsapp wifi ws wss wpid wtai wyciwyg xcode xcon xcon-userid xfire xftp xmpp xrcp xri ymsgr
      zed zoommtg zoomus zotero iris.beep iris.lwz iris.xpc iris.xpcs soap.beep soap.beeps xmlrpc.beep xmlrpc.beeps
      z39.50 z39.50r z39.50s
      """
    return Set(names.split { $0 == " " || $0 == "\n" }.map(String.init))
  }()
}
