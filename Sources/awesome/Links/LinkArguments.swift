public import ArgumentParser
public import HTTP
public import LinkChecking

extension StatusSet: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension AddressRange: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension PrefixMap: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension HostPattern: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension TLSPolicy.Version: ExpressibleByArgument {}
