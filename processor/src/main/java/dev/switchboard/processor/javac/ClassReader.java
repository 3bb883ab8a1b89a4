package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.ClassSettings;
import dev.switchboard.processor.model.HandlerClass;
import dev.switchboard.processor.model.HandlerMethod;
import dev.switchboard.processor.model.Parameter;
import dev.switchboard.processor.model.Site;
import dev.switchboard.processor.model.UrlSettings;
import dev.switchboard.processor.model.WebhookKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one class with webhook methods, inherited ones included. Lives for one round. */
final class ClassReader {
  private final Types types;
  private final TypeReader reader = new TypeReader();
  private final ReturnReader returns;
  private final WebhookMethods webhooks;
  private final Access access;

  ClassReader(Elements elements, Types types) {
    this.types = types;
    this.returns = new ReturnReader(types, reader);
    this.webhooks = new WebhookMethods(elements);
    this.access = new Access(elements, types);
  }

  /** Notes what the class names and what does not exist. */
  void readMissing(TypeElement type, MissingReader missing) {
    missing.read(type, webhooks.of(type));
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
        .filter(WebhookMethods::isWebhook)
        .map(annotation ->
            new ClassSettings(annotation.name(), settings(annotation), annotation.site()))
        .toList();
    List<HandlerMethod> methods = new ArrayList<>();
    for (WebhookMethods.Candidate candidate : webhooks.of(type)) {
      methods.addAll(methods(candidate, type, app, named, sites));
    }
    return new HandlerClass(TypeNames.ref(type), access.shape(type, app), settings, methods, named);
  }

  /** One for each webhook annotation: a second one on a method is a mistake that a rule finds. */
  private List<HandlerMethod> methods(
      WebhookMethods.Candidate candidate,
      TypeElement owner,
      TypeElement app,
      Site named,
      SiteIndex sites) {
    ExecutableElement method = candidate.method();
    TypeElement declaring = (TypeElement) TypeNames.around(method);
    boolean inSight = TypeNames.outermost(declaring).equals(TypeNames.outermost(owner));
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
    boolean own =
        inSight && TypeNames.outermost(candidate.annotated()).equals(TypeNames.outermost(owner));
    List<Written> annotations =
        Written.on(candidate.annotated(), own ? shown : owner, site, sites).stream()
            .filter(WebhookMethods::isWebhook)
            .toList();
    boolean raw = Lints.isRaw(method, owner, types);
    List<Parameter> parameters = parameters(method, owner, app, site, inSight, sites);
    return annotations.stream()
        .map(annotation -> new HandlerMethod(
            annotation.name(),
            settings(annotation),
            TypeNames.ref(owner),
            TypeNames.ref(declaring),
            method.getSimpleName().toString(),
            parameters,
            returns.read(
                declaredOr(method.getReturnType(), typeOf(method, owner).getReturnType(), raw)),
            access.reach(method, declaring, app),
            method.getThrownTypes().stream().anyMatch(access::isChecked),
            Lints.calling(method, owner, types),
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
    boolean raw = Lints.isRaw(method, owner, types);
    List<? extends TypeMirror> actual = typeOf(method, owner).getParameterTypes();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < actual.size(); i++) {
      Site site = Site.of(methodSite.element() + "/" + i);
      if (inSight) {
        sites.add(site, method.getParameters().get(i));
      } else {
        sites.alias(site, methodSite);
      }
      TypeMirror type = declaredOr(method.getParameters().get(i).asType(), actual.get(i), raw);
      parameters.add(reader.parameter(type, site, one -> access.isNameable(one, app)));
    }
    return parameters;
  }

  /** The method as the owner has it: with the type arguments that the owner gives to a generic superclass. */
  private ExecutableType typeOf(ExecutableElement method, TypeElement owner) {
    return TypeNames.around(method).equals(owner)
        ? (ExecutableType) method.asType()
        : (ExecutableType) types.asMemberOf((DeclaredType) owner.asType(), method);
  }

  /** Java forgets every type argument in what a raw type inherits; what the user wrote there says more where it is the same for all. */
  private static TypeMirror declaredOr(TypeMirror declared, TypeMirror inherited, boolean raw) {
    return raw && !Lints.isOpen(declared) ? declared : inherited;
  }

  private static String signature(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> TypeNames.shown(parameter.asType()))
        .collect(Collectors.joining(",", "(", ")"));
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
    SortedSet<String> all = Suppressed.around(method);
    all.addAll(Suppressed.around(owner));
    all.addAll(Suppressed.around(app));
    return all;
  }
}
