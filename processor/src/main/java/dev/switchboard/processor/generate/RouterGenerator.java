package dev.switchboard.processor.generate;

import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.HandlerClass;
import dev.switchboard.processor.model.Lint;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.Url;
import dev.switchboard.processor.model.WebhookKind;
import dev.switchboard.processor.model.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Writes {@code <App>Router}: URLs by a string switch, payloads by {@code instanceof} from narrow to wide. */
final class RouterGenerator {
  static final TypeRef REPLY = TypeRef.of(PayloadNames.WEBHOOKS, "Reply");

  private static final TypeRef ROUTER = TypeRef.of(PayloadNames.WEBHOOKS, "WebhookRouter");

  /** The contract between generated code and runtime that brought websockets. */
  private static final int WEBSOCKETS = 2;

  private final AppModel app;
  private final List<Url> urls;
  private final SourceText text;
  private final String className;
  private final Names names = new Names(Set.of("route", "request"));
  private final Map<TypeRef, String> fields = new LinkedHashMap<>();
  private final Map<TypeRef, List<Lint>> lints = new LinkedHashMap<>();

  RouterGenerator(AppModel app, List<Url> urls) {
    TypeRef generated = app.type().sibling("Router");
    this.app = app;
    this.urls = urls;
    this.text = new SourceText(app, generated);
    this.className = generated.simpleName();
    for (HandlerClass handlers : app.classes()) {
      // One that cannot be named is a mistake, and missing in the skeleton.
      if (handlers.shape().nameable() && !fields.containsKey(handlers.type())) {
        String field = names.unique(Words.decapitalised(handlers.type().simpleName()));
        fields.put(handlers.type(), field);
        lints.put(handlers.type(), handlers.shape().lints());
      }
    }
  }

  Output.Source generate() {
    header();
    DispatchGenerator dispatch = new DispatchGenerator(text, fields, names);
    text.suppress("  ", dispatch.lints(urls));
    openDispatch();
    String unknown = "throw new " + text.javaLang("IllegalArgumentException") + "(route.path());";
    if (urls.isEmpty()) {
      text.line("    " + unknown);
    } else {
      text.line("    return switch (route.path()) {");
      for (Url url : urls) {
        text.line(
            "      case " + SourceText.literal(url.path()) + " -> " + dispatch.call(url) + ";");
      }
      text.line("      default -> " + unknown);
      text.line("    };");
    }
    text.line("  }");
    contract();
    dispatch.writeMethods();
    return text.closed();
  }

  Output.Source skeleton() {
    header();
    openDispatch();
    text.line("    throw new "
        + text.javaLang("IllegalStateException")
        + "("
        + SourceText.literal(app.type().nestedName() + " does not compile.")
        + ");");
    text.line("  }");
    return text.closed();
  }

  private void header() {
    text.open(
        "Calls the webhook methods of {@link " + text.name(app.type()) + "}.",
        className + " implements " + text.name(ROUTER));
    fields.forEach((type, field) -> {
      text.suppress("  ", lints.getOrDefault(type, List.of()));
      text.line("  private final " + text.name(type) + " " + field + ";");
    });
    if (!fields.isEmpty()) {
      text.blank();
    }
    constructor();
    text.blank();
    text.line("  @" + text.javaLang("Override"));
    text.line("  public " + text.name(SourceText.STRING) + " app() {");
    text.line("    return " + SourceText.literal(app.type().binaryName()) + ";");
    text.line("  }");
    text.blank();
    text.line("  @" + text.javaLang("Override"));
    text.line("  public " + RoutesGenerator.routes(text) + " routes() {");
    text.line(
        "    return " + text.name(RoutesGenerator.nameFor(app)) + "." + RoutesGenerator.ALL + ";");
    text.line("  }");
    text.blank();
  }

  /** Only what needs a later runtime says so: a router without a websocket works with the first one, too. */
  private void contract() {
    if (urls.stream().anyMatch(url -> url.kind() == WebhookKind.WEBSOCKET)) {
      text.blank();
      text.line("  @" + text.javaLang("Override"));
      text.line("  public int contract() {");
      text.line("    return " + WEBSOCKETS + ";");
      text.line("  }");
    }
  }

  private void constructor() {
    boolean isPublic = true;
    for (HandlerClass handlers : app.classes()) {
      isPublic &= handlers.shape().isPublic();
    }
    StringJoiner parameters = new StringJoiner(", ", "(", ") {");
    fields.forEach((type, field) -> parameters.add(text.name(type) + " " + field));
    text.suppress("  ", lints.values().stream().flatMap(List::stream).toList());
    String opening = (isPublic ? "  public " : "  ") + className + parameters;
    if (fields.isEmpty()) {
      text.line(opening + "}");
    } else {
      text.line(opening);
      fields.values().forEach(field -> text.line("    this." + field + " = " + field + ";"));
      text.line("  }");
    }
  }

  private void openDispatch() {
    text.line("  @" + text.javaLang("Override"));
    text.line("  public "
        + text.name(REPLY)
        + " dispatch("
        + RoutesGenerator.anyRoute(text)
        + " route, "
        + text.name(PayloadNames.WEBHOOK_REQUEST)
        + " request) throws "
        + text.javaLang("Exception")
        + " {");
  }
}
