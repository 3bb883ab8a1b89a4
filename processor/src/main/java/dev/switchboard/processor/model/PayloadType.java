package dev.switchboard.processor.model;

import java.util.List;

/**
 * What the compiler knows of a payload or content type on the user's class path.
 *
 * @param ref its name
 * @param supertypes every payload or content type above it, nearest first
 * @param readableAs those of itself and its supertypes that have a static {@code read(WebhookRequest)}, nearest first
 */
public record PayloadType(TypeRef ref, List<TypeRef> supertypes, List<TypeRef> readableAs) {

  /** Copies the lists. */
  public PayloadType {
    supertypes = List.copyOf(supertypes);
    readableAs = List.copyOf(readableAs);
  }

  /** Whether each value of it is one of the other type. */
  public boolean isA(TypeRef other) {
    return ref.equals(other) || supertypes.contains(other);
  }
}
