package dev.switchboard.processor.model;

import java.util.Optional;

/**
 * A parameter of a handler method.
 *
 * @param role what the generated code hands over there
 * @param type as the user reads it: {@code CallEvent.Completed}
 * @param payload the type, where the role is a payload or a content
 * @param state the class of the state, where the role is a call state of a plain class
 * @param site where to edit it
 */
public record Parameter(
    Role role, String type, Optional<PayloadType> payload, Optional<TypeRef> state, Site site) {

  /** What a handler can ask for. */
  public enum Role {
    /** What the webhook brought. */
    PAYLOAD,
    /** What a message carries. */
    CONTENT,
    /** The whole request. */
    REQUEST,
    /** Typed state of the call or conversation. */
    STATE,
    /** Nothing that a router has. */
    OTHER
  }

  /** Whether it takes a payload of that type or a narrower one. */
  public boolean takes(TypeRef root) {
    return role == Role.PAYLOAD && payload.filter(type -> type.isA(root)).isPresent();
  }
}
