package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.CapabilityKind;
import dev.switchboard.processor.model.ClassSettings;
import dev.switchboard.processor.model.ClassShape;
import dev.switchboard.processor.model.HandlerClass;
import dev.switchboard.processor.model.HandlerMethod;
import dev.switchboard.processor.model.Parameter;
import dev.switchboard.processor.model.Reach;
import dev.switchboard.processor.model.Site;
import dev.switchboard.processor.model.UrlSettings;
import dev.switchboard.processor.model.WebhookKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one class with webhook methods, inherited ones included. Lives for one round. */
final class ClassReader {
  private static final Set<String> WEBHOOKS = Stream.of(WebhookKind.values())
      .map(WebhookKind::annotation)
      .collect(Collectors.toUnmodifiableSet());

  private final Elements elements;
  private final Types types;
  private final TypeReader reader;
  private final Map<TypeElement, List<Candidate>> candidates = new HashMap<>();

  ClassReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.reader = new TypeReader(types);
  }

  /** A method that the router may call, and the element that carries its annotation: itself, or what it overrides. */
  private record Candidate(ExecutableElement method, ExecutableElement annotated) {}

  /** The first type in the class's headers and webhook methods that does not exist (yet). */
  Optional<String> missing(TypeElement type) {
    Stream<TypeMirror> above =
        Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream());
    Optional<String> supertype =
        above.flatMap(one -> TypeReader.missing(one).stream()).findFirst();
    if (supertype.isPresent()) {
      return supertype;
    }
    return candidates.computeIfAbsent(type, this::candidates).stream()
        .flatMap(candidate -> TypeReader.missing(candidate.method()).stream())
        .findFirst();
  }

  /**
   * Reads it.
   *
   * @param type the class
   * @param app the app that it belongs to, which may be itself
   * @param named where the app names it
   */
  HandlerClass read(TypeElement type, TypeElement app, Site named, SiteIndex sites) {
    Site site = Site.of(type.getQualifiedName().toString());
    sites.add(site, type);
    List<ClassSettings> settings = Written.on(type, site, sites).stream()
        .filter(annotation -> WEBHOOKS.contains(annotation.name()))
        .map(annotation ->
            new ClassSettings(annotation.name(), settings(annotation), annotation.site()))
        .toList();
    List<HandlerMethod> methods = new ArrayList<>();
    for (Candidate candidate : candidates.computeIfAbsent(type, this::candidates)) {
      methods.addAll(methods(candidate, type, app, named, sites));
    }
    return new HandlerClass(TypeReader.ref(type), shape(type, app), settings, methods, named);
  }

  /** The methods with a webhook annotation, own ones first. */
  private List<Candidate> candidates(TypeElement type) {
    Map<ExecutableElement, Candidate> found = new LinkedHashMap<>();
    List<ExecutableElement> seen = new ArrayList<>();
    List<TypeElement> declaring = new ArrayList<>(List.of(type));
    declaring.addAll(TypeReader.ancestors(type));
    for (TypeElement one : declaring) {
      for (ExecutableElement method : ElementFilter.methodsIn(one.getEnclosedElements())) {
        boolean annotated = isWebhook(method);
        Optional<ExecutableElement> overriding = one.equals(type)
            ? Optional.empty()
            : seen.stream()
                .filter(other -> elements.overrides(other, method, type))
                .findFirst();
        ExecutableElement called = overriding.orElse(method);
        if (overriding.isEmpty()) {
          seen.add(method);
        }
        if (annotated) {
          found.putIfAbsent(called, new Candidate(called, method));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static boolean isWebhook(Element element) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(
            mirror -> Written.simpleName(mirror).filter(WEBHOOKS::contains).isPresent());
  }

  /** One for each webhook annotation: a second one on a method is a mistake that a rule finds. */
  private List<HandlerMethod> methods(
      Candidate candidate, TypeElement owner, TypeElement app, Site named, SiteIndex sites) {
    ExecutableElement method = candidate.method();
    TypeElement declaring = (TypeElement) TypeReader.around(method);
    boolean inSight = outermost(declaring).equals(outermost(owner));
    // A private method of a superclass may have the name and the parameters of one of the class
    // itself.
    String inherited = declaring.equals(owner) ? "" : declaring.getQualifiedName() + ".";
    Site site = Site.of(
        owner.getQualifiedName() + "#" + inherited + method.getSimpleName() + signature(method));
    if (inSight) {
      sites.add(site, method);
    } else {
      // Inherited from another file: the subclass is what the user can edit here.
      sites.alias(
          site,
          sites.find(Site.of(owner.getQualifiedName().toString())).isPresent()
              ? Site.of(owner.getQualifiedName().toString())
              : named);
    }
    Element shown = inSight ? candidate.annotated() : owner;
    boolean own = inSight && outermost(candidate.annotated()).equals(outermost(owner));
    List<Written> annotations =
        Written.on(candidate.annotated(), own ? shown : owner, site, sites).stream()
            .filter(annotation -> WEBHOOKS.contains(annotation.name()))
            .toList();
    List<Parameter> parameters = parameters(method, owner, app, site, inSight, sites);
    return annotations.stream()
        .map(annotation -> new HandlerMethod(
            annotation.name(),
            settings(annotation),
            TypeReader.ref(owner),
            TypeReader.ref(declaring),
            method.getSimpleName().toString(),
            parameters,
            reader.returns(typeOf(method, owner).getReturnType()),
            reach(method, declaring, app),
            method.getThrownTypes().stream().anyMatch(this::isChecked),
            suppressedBy(method, owner, app),
            site,
            annotation.site()))
        .toList();
  }

  private List<Parameter> parameters(
      ExecutableElement method,
      TypeElement owner,
      TypeElement app,
      Site methodSite,
      boolean inSight,
      SiteIndex sites) {
    List<? extends TypeMirror> actual = typeOf(method, owner).getParameterTypes();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < actual.size(); i++) {
      Site site = Site.of(methodSite.element() + "/" + i);
      if (inSight) {
        sites.add(site, method.getParameters().get(i));
      } else {
        sites.alias(site, methodSite);
      }
      parameters.add(reader.parameter(actual.get(i), site, type -> isNameable(type, app)));
    }
    return parameters;
  }

  /** The method as the owner has it: with the type arguments that the owner gives to a generic superclass. */
  private ExecutableType typeOf(ExecutableElement method, TypeElement owner) {
    return TypeReader.around(method).equals(owner)
        ? (ExecutableType) method.asType()
        : (ExecutableType) types.asMemberOf((DeclaredType) owner.asType(), method);
  }

  private static String signature(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> TypeReader.shown(parameter.asType()))
        .collect(Collectors.joining(",", "(", ")"));
  }

  private Reach reach(ExecutableElement method, TypeElement declaring, TypeElement app) {
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

  private boolean isChecked(TypeMirror thrown) {
    return !isBelow(thrown, "java.lang.RuntimeException") && !isBelow(thrown, "java.lang.Error");
  }

  private boolean isBelow(TypeMirror type, String name) {
    TypeElement above = elements.getTypeElement(name);
    return above != null && types.isSubtype(type, above.asType());
  }

  private ClassShape shape(TypeElement type, TypeElement app) {
    boolean isPublic = true;
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      isPublic &= at.getModifiers().contains(Modifier.PUBLIC);
    }
    return new ClassShape(
        kind(type.getKind()),
        isPublic,
        isNameable(type, app),
        !type.getTypeParameters().isEmpty(),
        isApp(type));
  }

  /** Whether a class beside the app can name it. */
  private boolean isNameable(TypeElement type, TypeElement app) {
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

  private static UrlSettings settings(Written annotation) {
    boolean video = annotation.name().equals(WebhookKind.VIDEO.annotation());
    return new UrlSettings(
        annotation.text(video ? "path" : "value"),
        annotation.constant("method"),
        annotation.number("connectTimeout"),
        annotation.number("socketTimeout"),
        annotation.constant("capability").filter(stated -> !stated.value().equals("UNSET")),
        video ? annotation.constant("value") : Optional.empty(),
        annotation.text("secret"));
  }

  private static SortedSet<String> suppressedBy(
      ExecutableElement method, TypeElement owner, TypeElement app) {
    SortedSet<String> all = suppressed(method);
    all.addAll(suppressed(owner));
    all.addAll(suppressed(app));
    return all;
  }

  /** What {@code @SuppressWarnings} on an element or around it switches off. */
  static SortedSet<String> suppressed(Element element) {
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

  private static Element outermost(Element element) {
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
