package dev.switchboard.processor.javac;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Types that do not exist, or not yet. */
final class Missing {
  private Missing() {}

  /** The first type in a signature that does not exist (yet), by the name the user wrote. */
  static Optional<String> in(ExecutableElement method) {
    List<TypeMirror> signature = new ArrayList<>();
    signature.add(method.getReturnType());
    method.getParameters().forEach(parameter -> signature.add(parameter.asType()));
    return signature.stream().flatMap(type -> in(type).stream()).findFirst();
  }

  /** The first type in a type that does not exist (yet). */
  static Optional<String> in(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return Optional.of(type.toString());
    }
    if (type instanceof DeclaredType declared) {
      return declared.getTypeArguments().stream()
          .flatMap(argument -> in(argument).stream())
          .findFirst();
    }
    return type instanceof ArrayType array ? in(array.getComponentType()) : Optional.empty();
  }
}
