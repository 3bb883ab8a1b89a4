package dev.switchboard.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of the methods of one URL takes a payload: the narrowest, as in Java's own choice between overloads. A method is as narrow as
 * another if it is so in the payload and in the content.
 */
public final class Precedence {
  private Precedence() {}

  /** Narrow before wide; methods that do not compare keep their order. */
  public static List<HandlerMethod> sorted(List<HandlerMethod> methods) {
    if (methods.size() == 1) {
      return methods;
    }
    List<HandlerMethod> left = new ArrayList<>(methods);
    List<HandlerMethod> sorted = new ArrayList<>();
    while (!left.isEmpty()) {
      HandlerMethod next = left.stream()
          .filter(method -> left.stream().noneMatch(other -> isNarrower(other, method)))
          .findFirst()
          .orElseThrow(); // Being narrower is a strict order, so one is always left.
      left.remove(next);
      sorted.add(next);
    }
    return sorted;
  }

  /** Whether everything that the first takes the second would take too, and not the other way round. */
  public static boolean isNarrower(HandlerMethod one, HandlerMethod other) {
    return covers(other, one) && !covers(one, other);
  }

  /** Whether the two take the same. */
  public static boolean isSame(HandlerMethod one, HandlerMethod other) {
    return covers(one, other) && covers(other, one);
  }

  /** Whether something exists that both take, while neither is the narrower one. */
  public static boolean collide(HandlerMethod one, HandlerMethod other) {
    boolean overlap = (isA(one.payload(), other.payload()) || isA(other.payload(), one.payload()))
        && (isA(one.content(), other.content()) || isA(other.content(), one.content()));
    return overlap && !covers(one, other) && !covers(other, one);
  }

  /** Whether the method takes exactly what two colliding ones both take, and so decides between them. */
  public static boolean decides(HandlerMethod method, HandlerMethod one, HandlerMethod other) {
    return covers(one, method)
        && covers(other, method)
        && (isSameType(method.payload(), one.payload())
            || isSameType(method.payload(), other.payload()))
        && (isSameType(method.content(), one.content())
            || isSameType(method.content(), other.content()));
  }

  private static boolean covers(HandlerMethod wide, HandlerMethod narrow) {
    return isA(narrow.payload(), wide.payload()) && isA(narrow.content(), wide.content());
  }

  /** An absent type takes everything. */
  private static boolean isA(Optional<PayloadType> narrow, Optional<PayloadType> wide) {
    return wide.isEmpty() || narrow.filter(type -> type.isA(wide.get().ref())).isPresent();
  }

  private static boolean isSameType(Optional<PayloadType> one, Optional<PayloadType> other) {
    return one.map(PayloadType::ref).equals(other.map(PayloadType::ref));
  }
}
