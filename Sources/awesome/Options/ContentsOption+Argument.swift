public import ArgumentParser
public import Rendering

extension ContentsOption: ExpressibleByArgument {}
