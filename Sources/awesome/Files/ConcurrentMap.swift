extension Array where Element: Sendable {
  /// The results for all elements in their order, made on all cores; of several errors that of the first element is thrown.
  func concurrentMap<Output: Sendable>(
    _ transform: @escaping @Sendable (Element) async throws -> Output
  ) async throws -> [Output] {
    let outcomes = await withTaskGroup(of: (Int, Result<Output, any Error>).self) { group in
      for (index, element) in enumerated() {
        group.addTask {
          do { return (index, .success(try await transform(element))) } catch { return (index, .failure(error)) }
        }
      }
      var outcomes = [Result<Output, any Error>?](repeating: nil, count: count)
      for await (index, outcome) in group { outcomes[index] = outcome }
      return outcomes
    }
    return try outcomes.compactMap { try $0?.get() }
  }
}
