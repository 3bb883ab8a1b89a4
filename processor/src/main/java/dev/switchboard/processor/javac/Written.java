package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.Setting;
import dev.switchboard.processor.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * One of our annotations as the user wrote it: only what is written, no defaults. It is read by name, as a mirror, and its class is
 * never loaded: the user's version of it may be another one than the processor's.
 */
final class Written {
  static final String PACKAGE = "dev.switchboard.annotations";

  private final String name;
  private final Element element;
  private final AnnotationMirror mirror;
  private final Site site;
  private final SiteIndex sites;
  private final Map<String, AnnotationValue> values = new TreeMap<>();

  private Written(
      String name, Element element, AnnotationMirror mirror, Site site, SiteIndex sites) {
    this.name = name;
    this.element = element;
    this.mirror = mirror;
    this.site = site;
    this.sites = sites;
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      values.put(entry.getKey().getSimpleName().toString(), entry.getValue());
    }
  }

  /** Our annotations on an element, in source order, with their sites and those of their members noted. */
  static List<Written> on(Element element, Site site, SiteIndex sites) {
    return on(element, element, site, sites);
  }

  /**
   * The same, for annotations that the compiler would have to show on another element than the one that carries them.
   *
   * @param shown the element to point at
   */
  static List<Written> on(Element element, Element shown, Site site, SiteIndex sites) {
    List<Written> all = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      simpleName(mirror).ifPresent(name -> {
        Written written = new Written(name, element, mirror, site.at(name), sites);
        if (shown == element) {
          sites.add(written.site, element, mirror);
          written.noteMembers();
        }
        all.add(written);
      });
    }
    return all;
  }

  /** The simple name of an annotation, if it is one of ours. */
  static Optional<String> simpleName(AnnotationMirror mirror) {
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    String qualified = type.getQualifiedName().toString();
    return qualified.startsWith(PACKAGE + ".")
        ? Optional.of(type.getSimpleName().toString())
        : Optional.empty();
  }

  private void noteMembers() {
    mirror.getElementValues().forEach((member, value) -> {
      String memberName = member.getSimpleName().toString();
      sites.add(site.member(memberName), element, mirror, value);
      if (value.getValue() instanceof List<?> items) {
        for (int i = 0; i < items.size(); i++) {
          sites.add(site.item(memberName, i), element, mirror, (AnnotationValue) items.get(i));
        }
      }
    });
  }

  String name() {
    return name;
  }

  Site site() {
    return site;
  }

  /** A text. */
  Optional<Setting<String>> text(String member) {
    return typed(member, String.class);
  }

  /** A number. */
  Optional<Setting<Integer>> number(String member) {
    return typed(member, Integer.class);
  }

  /** A flag. */
  Optional<Setting<Boolean>> flag(String member) {
    return typed(member, Boolean.class);
  }

  /** The name of an enum constant. */
  Optional<Setting<String>> constant(String member) {
    return typed(member, VariableElement.class)
        .map(setting -> new Setting<>(setting.value().getSimpleName().toString(), setting.site()));
  }

  /** The items of an array. A single value without braces is an array, too. */
  List<Setting<Object>> items(String member) {
    List<Setting<Object>> items = new ArrayList<>();
    if (values.get(member) != null && values.get(member).getValue() instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        items.add(new Setting<>(((AnnotationValue) list.get(i)).getValue(), site.item(member, i)));
      }
    }
    return items;
  }

  /** Every member with a value that the model can hold: texts, numbers, flags, and enum constants by their name. */
  SortedMap<String, Setting<Object>> settings() {
    SortedMap<String, Setting<Object>> settings = new TreeMap<>();
    values.forEach((member, value) -> {
      Object plain = value.getValue() instanceof VariableElement constant
          ? constant.getSimpleName().toString()
          : value.getValue();
      if (plain instanceof String || plain instanceof Integer || plain instanceof Boolean) {
        settings.put(member, new Setting<>(plain, site.member(member)));
      }
    });
    return settings;
  }

  private <T> Optional<Setting<T>> typed(String member, Class<T> type) {
    return Optional.ofNullable(values.get(member))
        .map(AnnotationValue::getValue)
        .filter(type::isInstance)
        .map(value -> new Setting<>(type.cast(value), site.member(member)));
  }
}
