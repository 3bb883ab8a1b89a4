package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** What types are called: by the model, and by the user. */
final class TypeNames {
  private TypeNames() {}

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

  /** A type as the user reads it: without packages and type annotations. */
  static String shown(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      String name = ref((TypeElement) declared.asElement()).nestedName();
      return declared.getTypeArguments().isEmpty()
          ? name
          : name
              + declared.getTypeArguments().stream()
                  .map(TypeNames::shown)
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

  /** The top-level class around an element. */
  static Element outermost(Element element) {
    Element outermost = element;
    Element around = element.getEnclosingElement();
    while (around != null
        && around.getKind() != ElementKind.PACKAGE
        && around.getKind() != ElementKind.MODULE) {
      outermost = around;
      around = around.getEnclosingElement();
    }
    return outermost;
  }
}
