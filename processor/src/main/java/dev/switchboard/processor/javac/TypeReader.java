package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.Parameter;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.PayloadType;
import dev.switchboard.processor.model.Returns;
import dev.switchboard.processor.model.Site;
import dev.switchboard.processor.model.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Turns the compiler's types into the model's: what a parameter asks for, what a return value is good for. Lives for one round. */
final class TypeReader {
  private static final TypeRef OPTIONAL = TypeRef.of("java.util", "Optional");
  private static final TypeRef STAGE = TypeRef.of("java.util.concurrent", "CompletionStage");
  private static final TypeRef VOID = TypeRef.of("java.lang", "Void");

  private final Types types;
  private final Map<TypeRef, Set<TypeRef>> closures = new HashMap<>();
  private final Map<TypeRef, PayloadType> payloads = new HashMap<>();

  TypeReader(Types types) {
    this.types = types;
  }

  /** The name of a class. */
  static TypeRef ref(TypeElement type) {
    List<String> names = new ArrayList<>();
    Element at = type;
    while (!(at instanceof PackageElement)) {
      if (at instanceof TypeElement) {
        names.add(0, at.getSimpleName().toString());
      }
      at = around(at);
    }
    return new TypeRef(((PackageElement) at).getQualifiedName().toString(), names);
  }

  /** What an element of a class stands in; only modules and some packages stand in nothing. */
  static Element around(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement());
  }

  /**
   * What a parameter asks for.
   *
   * @param nameable whether the router can name a class
   */
  Parameter parameter(TypeMirror type, Site site, Predicate<TypeElement> nameable) {
    Optional<TypeElement> element = declared(type);
    Optional<TypeRef> ref = element.map(TypeReader::ref);
    Parameter.Role role = element.map(this::role).orElse(Parameter.Role.OTHER);
    Optional<PayloadType> payload = role == Parameter.Role.PAYLOAD || role == Parameter.Role.CONTENT
        ? element.map(this::payload)
        : Optional.empty();
    Optional<TypeRef> state = role == Parameter.Role.STATE
        ? argument(type)
            .flatMap(TypeReader::declared)
            .filter(one -> one.getTypeParameters().isEmpty() && nameable.test(one))
            .map(TypeReader::ref)
        : Optional.empty();
    return new Parameter(role, shown(type), ref.flatMap(name -> payload), state, site);
  }

  private Parameter.Role role(TypeElement type) {
    TypeRef ref = ref(type);
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
    PayloadType known = payloads.get(ref(type));
    if (known != null) {
      return known;
    }
    List<TypeRef> supertypes = new ArrayList<>();
    List<TypeRef> readable = new ArrayList<>();
    for (TypeElement one : closureElements(type).values()) {
      Set<TypeRef> closure = closure(one);
      if (!one.equals(type)
          && (closure.contains(PayloadNames.PAYLOAD) || closure.contains(PayloadNames.CONTENT))) {
        supertypes.add(ref(one));
      }
      if (isReadable(one)) {
        readable.add(ref(one));
      }
    }
    PayloadType payload = new PayloadType(ref(type), supertypes, readable);
    payloads.put(payload.ref(), payload);
    return payload;
  }

  private static boolean isReadable(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .anyMatch(method -> method.getSimpleName().contentEquals("read")
            && method.getModifiers().contains(Modifier.STATIC)
            && method.getParameters().size() == 1
            && declared(method.getParameters().get(0).asType())
                .filter(parameter -> ref(parameter).equals(PayloadNames.WEBHOOK_REQUEST))
                .isPresent());
  }

  private Set<TypeRef> closure(TypeElement type) {
    TypeRef ref = ref(type);
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
      if (closure.putIfAbsent(ref(next), next) == null) {
        declared(next.getSuperclass()).ifPresent(waiting::add);
        next.getInterfaces().forEach(above -> declared(above).ifPresent(waiting::add));
      }
    }
    return closure;
  }

  /** What a return value is good for. */
  Returns returns(TypeMirror type) {
    return new Returns(shape(type), shown(type));
  }

  private Returns.Shape shape(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return Returns.Shape.NOTHING;
    }
    if (isA(type, PayloadNames.NCCO)) {
      return Returns.Shape.NCCO;
    }
    if (isA(type, OPTIONAL)) {
      return argument(type).filter(inner -> isA(inner, PayloadNames.NCCO)).isPresent()
          ? Returns.Shape.NCCO_IF_ANY
          : Returns.Shape.OTHER;
    }
    if (declared(type)
        .filter(element -> closure(element).contains(PayloadNames.AUDIO_HANDLER))
        .isPresent()) {
      return Returns.Shape.AUDIO;
    }
    return stage(type)
        .flatMap(TypeReader::argument)
        .map(TypeReader::later)
        .orElse(Returns.Shape.OTHER);
  }

  private static Returns.Shape later(TypeMirror promised) {
    if (isA(promised, VOID) || isAnything(promised)) {
      return Returns.Shape.NOTHING_LATER;
    }
    if (isA(promised, PayloadNames.NCCO)) {
      return Returns.Shape.NCCO_LATER;
    }
    boolean optional = isA(promised, OPTIONAL)
        && argument(promised).filter(inner -> isA(inner, PayloadNames.NCCO)).isPresent();
    return optional ? Returns.Shape.NCCO_IF_ANY_LATER : Returns.Shape.OTHER;
  }

  private static boolean isAnything(TypeMirror type) {
    return type instanceof WildcardType wildcard
        && wildcard.getExtendsBound() == null
        && wildcard.getSuperBound() == null;
  }

  /** The type seen as a completion stage, if it is one. */
  private Optional<TypeMirror> stage(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED || isA(type, STAGE)) {
      return Optional.of(type).filter(one -> isA(one, STAGE));
    }
    return types.directSupertypes(type).stream()
        .flatMap(above -> stage(above).stream())
        .findFirst();
  }

  private static Optional<TypeMirror> argument(TypeMirror type) {
    return type instanceof DeclaredType declared && declared.getTypeArguments().size() == 1
        ? Optional.of(declared.getTypeArguments().get(0))
        : Optional.empty();
  }

  private static boolean isA(TypeMirror type, TypeRef ref) {
    return declared(type).filter(element -> ref(element).equals(ref)).isPresent();
  }

  static Optional<TypeElement> declared(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
        : Optional.empty();
  }

  /** The first type in a signature that does not exist (yet), by the name the user wrote. */
  static Optional<String> missing(ExecutableElement method) {
    List<TypeMirror> signature = new ArrayList<>();
    signature.add(method.getReturnType());
    method.getParameters().forEach(parameter -> signature.add(parameter.asType()));
    return signature.stream().flatMap(type -> missing(type).stream()).findFirst();
  }

  /** The first type in a type that does not exist (yet). */
  static Optional<String> missing(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return Optional.of(type.toString());
    }
    if (type instanceof DeclaredType declared) {
      return declared.getTypeArguments().stream()
          .flatMap(argument -> missing(argument).stream())
          .findFirst();
    }
    return type instanceof ArrayType array ? missing(array.getComponentType()) : Optional.empty();
  }

  /** A type as the user reads it: without packages and type annotations. */
  static String shown(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      String name = ref((TypeElement) declared.asElement()).nestedName();
      return declared.getTypeArguments().isEmpty()
          ? name
          : name
              + declared.getTypeArguments().stream()
                  .map(TypeReader::shown)
                  .collect(Collectors.joining(", ", "<", ">"));
    }
    if (type instanceof ArrayType array) {
      return shown(array.getComponentType()) + "[]";
    }
    if (type instanceof TypeVariable variable) {
      return variable.asElement().getSimpleName().toString();
    }
    if (type instanceof WildcardType wildcard) {
      return shown(wildcard);
    }
    return type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID
        ? type.getKind().name().toLowerCase(Locale.ROOT)
        : type.toString();
  }

  private static String shown(WildcardType wildcard) {
    TypeMirror upper = wildcard.getExtendsBound();
    TypeMirror lower = wildcard.getSuperBound();
    if (upper != null) {
      return "? extends " + shown(upper);
    }
    return lower != null ? "? super " + shown(lower) : "?";
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
