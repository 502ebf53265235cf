public import ArgumentParser
public import Linting

extension Preset: ExpressibleByArgument {}
