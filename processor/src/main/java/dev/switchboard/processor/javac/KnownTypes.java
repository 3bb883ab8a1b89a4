package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.Nearest;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.TypeRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** The package of each type, by its name without one. */
  private final Map<String, String> packages = new LinkedHashMap<>();

  /** Of the user's class path. */
  public KnownTypes(Elements elements) {
    this.elements = elements;
  }

  /** {@code " (did you mean 'CallEvent.Completed'?)"}, or nothing where no name is near. */
  public String suggestion(String missing, String app) {
    TypeElement type = elements.getTypeElement(app);
    if (type != null) {
      add(elements.getPackageOf(type));
    }
    addPackage(Written.PACKAGE);
    for (String suffix : PACKAGES) {
      addPackage(PayloadNames.WEBHOOKS + suffix);
    }
    return nearest(missing, "'");
  }

  /** The same for an annotation, which can only be one of ours. */
  public String annotationSuggestion(String missing) {
    addPackage(Written.PACKAGE);
    return nearest(missing, "'@");
  }

  private String nearest(String missing, String quote) {
    String name = withoutPackage(missing);
    String known = packages.get(name);
    if (known != null) {
      // It is all right but for its import.
      String outermost = name.replaceFirst("\\..*", "");
      return " (did you forget to import " + known + "." + outermost + "?)";
    }
    return Nearest.to(name, packages.keySet())
        .map(near -> " (did you mean " + quote + near + "'?)")
        .orElse("");
  }

  private void addPackage(String name) {
    PackageElement found = elements.getPackageElement(name);
    if (found != null) {
      add(found);
    }
  }

  private void add(Element around) {
    for (TypeElement type : ElementFilter.typesIn(around.getEnclosedElements())) {
      TypeRef ref = TypeNames.ref(type);
      packages.putIfAbsent(ref.nestedName(), ref.packageName());
      add(type);
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
