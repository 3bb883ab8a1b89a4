package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.Nearest;
import dev.switchboard.processor.model.PayloadNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The types that an app may name, of the runtime and of its own package, to say which one a misspelt name was meant to be. */
public final class KnownTypes {
  private static final List<String> PACKAGES =
      List.of("", ".voice", ".ncco", ".audio", ".messages", ".rtc", ".verify", ".video");

  private final Elements elements;

  /** Of the user's class path. */
  public KnownTypes(Elements elements) {
    this.elements = elements;
  }

  /** {@code " (did you mean 'CallEvent.Completed'?)"}, or nothing where no name is near. */
  public String suggestion(String missing, String app) {
    return Nearest.to(withoutPackage(missing), names(app))
        .map(near -> " (did you mean '" + near + "'?)")
        .orElse("");
  }

  private List<String> names(String app) {
    List<String> names = new ArrayList<>();
    TypeElement type = elements.getTypeElement(app);
    if (type != null) {
      add(elements.getPackageOf(type), names);
    }
    addPackage(Written.PACKAGE, names);
    for (String suffix : PACKAGES) {
      addPackage(PayloadNames.WEBHOOKS + suffix, names);
    }
    return names;
  }

  private void addPackage(String name, List<String> names) {
    PackageElement found = elements.getPackageElement(name);
    if (found != null) {
      add(found, names);
    }
  }

  private static void add(Element around, List<String> names) {
    for (TypeElement type : ElementFilter.typesIn(around.getEnclosedElements())) {
      names.add(TypeNames.ref(type).nestedName());
      add(type, names);
    }
  }

  private static String withoutPackage(String type) {
    int start = 0;
    while (start < type.length() && !Character.isUpperCase(type.charAt(start))) {
      int dot = type.indexOf('.', start);
      start = dot < 0 ? type.length() : dot + 1;
    }
    return type.substring(start);
  }
}
