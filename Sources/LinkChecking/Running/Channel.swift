internal import HTTP

/// An unbounded channel with many senders and one receiver, which takes all messages at once.
final class Channel<Message: Sendable>: Sendable {
  private struct State {
    var messages: [Message] = []
    var receiver: CheckedContinuation<[Message], Never>?
  }

  private let state = Locked(State())

  func send(_ message: Message) {
    let receiver = state.withLock { state -> CheckedContinuation<[Message], Never>? in
      guard let receiver = state.receiver else {
        state.messages.append(message)
        return nil
      }
      state.receiver = nil
      return receiver
    }
    receiver?.resume(returning: [message])
  }

  /// The messages in the order in which they were sent, at least one; called by one task only.
  func receiveAll() async -> [Message] {
    await withCheckedContinuation { continuation in
      let messages = state.withLock { state -> [Message] in
        guard state.messages.isEmpty else {
          defer { state.messages = [] }
          return state.messages
        }
        state.receiver = continuation
        return []
      }
      if !messages.isEmpty { continuation.resume(returning: messages) }
    }
  }
}
