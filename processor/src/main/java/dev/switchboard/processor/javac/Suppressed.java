package dev.switchboard.processor.javac;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Which warnings are switched off where. */
final class Suppressed {
  private Suppressed() {}

  /** What {@code @SuppressWarnings} on an element or around it switches off. */
  static SortedSet<String> around(Element element) {
    SortedSet<String> all = new TreeSet<>();
    for (Element at = element;
        at != null && at.getKind() != ElementKind.PACKAGE;
        at = at.getEnclosingElement()) {
      for (AnnotationMirror mirror : at.getAnnotationMirrors()) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        if (type.getQualifiedName().contentEquals("java.lang.SuppressWarnings")) {
          mirror.getElementValues().values().forEach(value -> all.addAll(texts(value)));
        }
      }
    }
    return all;
  }

  private static List<String> texts(AnnotationValue value) {
    return value.getValue() instanceof List<?> items
        ? items.stream()
            .map(item -> String.valueOf(((AnnotationValue) item).getValue()))
            .toList()
        : List.of(String.valueOf(value.getValue()));
  }
}
