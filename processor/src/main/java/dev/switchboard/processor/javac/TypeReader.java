package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.Parameter;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.PayloadType;
import dev.switchboard.processor.model.Site;
import dev.switchboard.processor.model.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Turns the compiler's types into the model's: what a parameter asks for. Lives for one round. */
final class TypeReader {
  private final Map<TypeRef, Set<TypeRef>> closures = new HashMap<>();
  private final Map<TypeRef, PayloadType> payloads = new HashMap<>();

  /**
   * What a parameter asks for.
   *
   * @param nameable whether the router can name a class
   */
  Parameter parameter(TypeMirror type, Site site, Predicate<TypeElement> nameable) {
    Optional<TypeElement> element = declared(type);
    Optional<TypeRef> ref = element.map(TypeNames::ref);
    Parameter.Role role = element.map(this::role).orElse(Parameter.Role.OTHER);
    Optional<PayloadType> payload = role == Parameter.Role.PAYLOAD || role == Parameter.Role.CONTENT
        ? element.map(this::payload)
        : Optional.empty();
    Optional<TypeRef> state = role == Parameter.Role.STATE
        ? argument(type)
            .flatMap(TypeReader::declared)
            .filter(one -> one.getTypeParameters().isEmpty() && nameable.test(one))
            .map(TypeNames::ref)
        : Optional.empty();
    return new Parameter(role, TypeNames.shown(type), ref.flatMap(name -> payload), state, site);
  }

  private Parameter.Role role(TypeElement type) {
    TypeRef ref = TypeNames.ref(type);
    if (ref.equals(PayloadNames.WEBHOOK_REQUEST)) {
      return Parameter.Role.REQUEST;
    }
    if (ref.equals(PayloadNames.CALL_STATE)) {
      return Parameter.Role.STATE;
    }
    Set<TypeRef> closure = closure(type);
    if (closure.contains(PayloadNames.PAYLOAD)) {
      return Parameter.Role.PAYLOAD;
    }
    return closure.contains(PayloadNames.CONTENT) ? Parameter.Role.CONTENT : Parameter.Role.OTHER;
  }

  private PayloadType payload(TypeElement type) {
    PayloadType known = payloads.get(TypeNames.ref(type));
    if (known != null) {
      return known;
    }
    List<TypeRef> supertypes = new ArrayList<>();
    List<TypeRef> readable = new ArrayList<>();
    for (TypeElement one : closureElements(type).values()) {
      Set<TypeRef> closure = closure(one);
      if (!one.equals(type)
          && (closure.contains(PayloadNames.PAYLOAD) || closure.contains(PayloadNames.CONTENT))) {
        supertypes.add(TypeNames.ref(one));
      }
      if (isReadable(one)) {
        readable.add(TypeNames.ref(one));
      }
    }
    PayloadType payload = new PayloadType(TypeNames.ref(type), supertypes, readable);
    payloads.put(payload.ref(), payload);
    return payload;
  }

  private static boolean isReadable(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .anyMatch(method -> method.getSimpleName().contentEquals("read")
            && method.getModifiers().contains(Modifier.STATIC)
            && method.getParameters().size() == 1
            && declared(method.getParameters().get(0).asType())
                .filter(parameter -> TypeNames.ref(parameter).equals(PayloadNames.WEBHOOK_REQUEST))
                .isPresent());
  }

  /** The names of a type and of everything above it. */
  Set<TypeRef> closure(TypeElement type) {
    TypeRef ref = TypeNames.ref(type);
    Set<TypeRef> known = closures.get(ref);
    if (known == null) {
      known = closureElements(type).keySet();
      closures.put(ref, known);
    }
    return known;
  }

  /** The type and everything above it, nearest first. */
  private static Map<TypeRef, TypeElement> closureElements(TypeElement type) {
    Map<TypeRef, TypeElement> closure = new LinkedHashMap<>();
    Deque<TypeElement> waiting = new ArrayDeque<>(List.of(type));
    while (!waiting.isEmpty()) {
      TypeElement next = waiting.remove();
      if (closure.putIfAbsent(TypeNames.ref(next), next) == null) {
        declared(next.getSuperclass()).ifPresent(waiting::add);
        next.getInterfaces().forEach(above -> declared(above).ifPresent(waiting::add));
      }
    }
    return closure;
  }

  static Optional<TypeMirror> argument(TypeMirror type) {
    return type instanceof DeclaredType declared && declared.getTypeArguments().size() == 1
        ? Optional.of(declared.getTypeArguments().get(0))
        : Optional.empty();
  }

  static Optional<TypeElement> declared(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
        : Optional.empty();
  }

  /** The supertypes in which inherited methods may stand: superclasses first, then interfaces, each once. */
  static Set<TypeElement> ancestors(TypeElement type) {
    Set<TypeElement> ancestors = new LinkedHashSet<>();
    Optional<TypeElement> superclass = declared(type.getSuperclass());
    while (superclass.isPresent()
        && !superclass.get().getQualifiedName().contentEquals("java.lang.Object")) {
      ancestors.add(superclass.get());
      superclass = declared(superclass.get().getSuperclass());
    }
    closureElements(type).values().stream()
        .filter(above -> above.getKind().isInterface() && !above.equals(type))
        .forEach(ancestors::add);
    return ancestors;
  }
}
