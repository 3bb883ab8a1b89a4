package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds what an app names and what does not exist, or not yet; each name once. Lives for one app and one round. */
final class MissingReader {
  private final SiteIndex sites;
  private final List<Missing> found = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** A reader that notes where the missing things are named. */
  MissingReader(SiteIndex sites) {
    this.sites = sites;
  }

  /** What was found, in source order. */
  List<Missing> found() {
    return found;
  }

  /** A class in the app's list that is none. */
  void listed(Object value, Site site) {
    if (value instanceof TypeMirror type && type.getKind() != TypeKind.ERROR) {
      found.add(new Missing(Missing.Kind.NO_CLASS, TypeNames.shown(type), site));
    } else {
      String name = value instanceof TypeMirror none ? none.toString() : "";
      found.add(new Missing(Missing.Kind.HANDLER_CLASS, name, site));
    }
  }

  /** Looks through the headers and the webhook methods of a class. */
  void read(TypeElement type, List<WebhookMethods.Candidate> methods) {
    values(type, type);
    types(type.getSuperclass(), type, type);
    type.getInterfaces().forEach(above -> types(above, type, type));
    for (WebhookMethods.Candidate candidate : methods) {
      ExecutableElement method = candidate.method();
      values(candidate.annotated(), type);
      types(method.getReturnType(), method, type);
      for (VariableElement parameter : method.getParameters()) {
        types(parameter.asType(), parameter, type);
      }
    }
  }

  private void values(Element element, TypeElement owner) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (Written.simpleName(mirror).isPresent()
          && mirror.getElementValues().values().stream().anyMatch(MissingReader::isUnresolved)) {
        place(Missing.Kind.VALUE, "", element, owner)
            .ifPresent(site -> sites.add(site, element, mirror));
      }
    }
  }

  /** The compiler has a text for a name that means nothing; one that somebody wrote would be shown with its quotes. */
  private static boolean isUnresolved(AnnotationValue value) {
    return value.getValue() instanceof String && value.toString().equals("<error>");
  }

  private void types(TypeMirror type, Element element, TypeElement owner) {
    if (type.getKind() == TypeKind.ERROR) {
      place(Missing.Kind.TYPE, type.toString(), element, owner)
          .ifPresent(site -> sites.add(site, element));
    } else if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(argument -> types(argument, element, owner));
    } else if (type instanceof ArrayType array) {
      types(array.getComponentType(), element, owner);
    }
  }

  /** Notes it, and gives the place that is still to be pointed at: none where that is another file than the owner's. */
  private Optional<Site> place(Missing.Kind kind, String name, Element element, TypeElement owner) {
    if (!names.add(kind + name)) {
      return Optional.empty();
    }
    Site site = Site.of(owner.getQualifiedName() + "#missing/" + found.size());
    found.add(new Missing(kind, name, site));
    if (!TypeNames.outermost(element).equals(TypeNames.outermost(owner))) {
      sites.add(site, owner);
      return Optional.empty();
    }
    return Optional.of(site);
  }
}
