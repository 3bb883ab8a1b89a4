package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.CapabilityKind;
import dev.switchboard.processor.model.ClassShape;
import dev.switchboard.processor.model.Reach;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What code beside the app can reach: which classes it can name, which methods it can call. Lives for one round. */
final class Access {
  private final Elements elements;
  private final Types types;

  Access(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Whether the router of an app can call a method. */
  Reach reach(ExecutableElement method, TypeElement declaring, TypeElement app) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)) {
      return Reach.PRIVATE;
    }
    if (modifiers.contains(Modifier.STATIC)) {
      return Reach.STATIC;
    }
    if (modifiers.contains(Modifier.ABSTRACT)) {
      return Reach.ABSTRACT;
    }
    if (!modifiers.contains(Modifier.PUBLIC)
        && !elements.getPackageOf(declaring).equals(elements.getPackageOf(app))) {
      return Reach.OTHER_PACKAGE;
    }
    if (!method.getTypeParameters().isEmpty()) {
      return Reach.GENERIC;
    }
    boolean throwable = method.getThrownTypes().stream().anyMatch(this::isNoException);
    return throwable ? Reach.THROWS_THROWABLE : Reach.CALLABLE;
  }

  private boolean isNoException(TypeMirror thrown) {
    return thrown.getKind() == TypeKind.DECLARED
        && !isBelow(thrown, "java.lang.Exception")
        && !isBelow(thrown, "java.lang.Error");
  }

  /** Whether a caller has to declare it. */
  boolean isChecked(TypeMirror thrown) {
    return !isBelow(thrown, "java.lang.RuntimeException") && !isBelow(thrown, "java.lang.Error");
  }

  private boolean isBelow(TypeMirror type, String name) {
    TypeElement above = elements.getTypeElement(name);
    return above != null && types.isSubtype(type, above.asType());
  }

  /** What the generated code of an app has to know of a class. */
  ClassShape shape(TypeElement type, TypeElement app) {
    boolean isPublic = true;
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      isPublic &= at.getModifiers().contains(Modifier.PUBLIC);
    }
    return new ClassShape(
        kind(type.getKind()),
        isPublic,
        isNameable(type, app),
        !type.getTypeParameters().isEmpty(),
        isApp(type),
        Lints.naming(type));
  }

  /** Whether a class beside the app can name it. */
  boolean isNameable(TypeElement type, TypeElement app) {
    boolean nameable = type.getNestingKind() != NestingKind.LOCAL
        && type.getNestingKind() != NestingKind.ANONYMOUS;
    boolean samePackage = elements.getPackageOf(type).equals(elements.getPackageOf(app));
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      Set<Modifier> modifiers = at.getModifiers();
      nameable &= modifiers.contains(Modifier.PUBLIC)
          || (samePackage && !modifiers.contains(Modifier.PRIVATE));
    }
    return nameable;
  }

  private static boolean isApp(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .flatMap(mirror -> Written.simpleName(mirror).stream())
        .anyMatch(name -> CapabilityKind.switchedOnBy(name).isPresent());
  }

  private static ClassShape.Kind kind(ElementKind kind) {
    return switch (kind) {
      case INTERFACE -> ClassShape.Kind.INTERFACE;
      case ENUM -> ClassShape.Kind.ENUM;
      case RECORD -> ClassShape.Kind.RECORD;
      case ANNOTATION_TYPE -> ClassShape.Kind.ANNOTATION;
      default -> ClassShape.Kind.CLASS;
    };
  }
}
