package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.Lint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What the compiler will say of generated code because of what it has to name and to call. */
final class Lints {
  private Lints() {}

  /** Of code that names a class, and so every class around it. */
  static List<Lint> naming(TypeElement type) {
    List<Lint> lints = new ArrayList<>();
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      deprecation(at).ifPresent(lints::add);
    }
    return lints;
  }

  /**
   * Of code that calls a method.
   *
   * @param owner the class on whose instance it is called
   */
  static List<Lint> calling(ExecutableElement method, TypeElement owner, Types types) {
    List<Lint> lints = new ArrayList<>();
    deprecation(method).ifPresent(lints::add);
    method.getParameters().forEach(parameter -> named(parameter.asType(), lints));
    if (isRaw(method, owner, types) && !isErased(method, types)) {
      String cause = method.getSimpleName() + " comes from a type without its arguments";
      lints.add(new Lint(Lint.Kind.UNCHECKED, cause));
    }
    return lints;
  }

  /** A payload, or the class of a state. */
  private static void named(TypeMirror type, List<Lint> lints) {
    if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      lints.addAll(naming((TypeElement) declared.asElement()));
      declared.getTypeArguments().forEach(argument -> named(argument, lints));
    }
  }

  /** Whether a class inherits a method from a generic type that it names without type arguments, or that something above it does. */
  static boolean isRaw(ExecutableElement method, TypeElement owner, Types types) {
    TypeElement declaring = (TypeElement) TypeNames.around(method);
    return !declaring.getTypeParameters().isEmpty()
        && !declaring.equals(owner)
        && seen(owner.asType(), declaring, types)
            .filter(type -> type.getTypeArguments().isEmpty())
            .isPresent();
  }

  private static Optional<DeclaredType> seen(TypeMirror from, TypeElement as, Types types) {
    if (from instanceof DeclaredType declared && declared.asElement().equals(as)) {
      return Optional.of(declared);
    }
    return types.directSupertypes(from).stream()
        .flatMap(above -> seen(above, as, types).stream())
        .findFirst();
  }

  private static boolean isErased(ExecutableElement method, Types types) {
    return types.isSameType(method.getReturnType(), types.erasure(method.getReturnType()))
        && method.getParameters().stream()
            .allMatch(parameter ->
                types.isSameType(parameter.asType(), types.erasure(parameter.asType())));
  }

  /** Whether a type depends on a type parameter. */
  static boolean isOpen(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      return declared.getTypeArguments().stream().anyMatch(Lints::isOpen);
    }
    return type instanceof ArrayType array
        ? isOpen(array.getComponentType())
        : type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.WILDCARD;
  }

  private static Optional<Lint> deprecation(Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals("java.lang.Deprecated")) {
        boolean removal = mirror.getElementValues().entrySet().stream()
            .anyMatch(entry -> entry.getKey().getSimpleName().contentEquals("forRemoval")
                && Boolean.TRUE.equals(entry.getValue().getValue()));
        String name = element.getKind() == ElementKind.METHOD
            ? element.getSimpleName().toString()
            : TypeNames.ref((TypeElement) element).nestedName();
        return Optional.of(
            removal
                ? new Lint(Lint.Kind.REMOVAL, name + " is about to be removed")
                : new Lint(Lint.Kind.DEPRECATION, name + " is deprecated"));
      }
    }
    return Optional.empty();
  }
}
