internal import HTTP

/// Where many leave what one waits for; all that came in the meantime is taken at once.
final class Channel<Message: Sendable>: Sendable {
  private struct State {
    var messages: [Message] = []
    var reader: CheckedContinuation<[Message], Never>?
  }

  private let state = Locked(State())

  func put(_ message: Message) {
    let reader = state.withLock { state -> CheckedContinuation<[Message], Never>? in
      guard let reader = state.reader else {
        state.messages.append(message)
        return nil
      }
      state.reader = nil
      return reader
    }
    reader?.resume(returning: [message])
  }

  /// Takes what is there, in the order in which it came, and waits where there is nothing; called by one task alone.
  func takeAll() async -> [Message] {
    await withCheckedContinuation { continuation in
      let messages = state.withLock { state -> [Message] in
        guard state.messages.isEmpty else {
          defer { state.messages = [] }
          return state.messages
        }
        state.reader = continuation
        return []
      }
      if !messages.isEmpty { continuation.resume(returning: messages) }
    }
  }
}
