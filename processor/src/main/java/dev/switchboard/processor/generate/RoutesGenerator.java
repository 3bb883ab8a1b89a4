package dev.switchboard.processor.generate;

import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.Url;
import dev.switchboard.processor.model.WebhookKind;
import java.util.List;
import java.util.StringJoiner;

/** Writes {@code <App>Routes}: a typed constant for each URL, which NCCOs point at. */
final class RoutesGenerator {
  /** The constant that lists the others. */
  static final String ALL = "ALL";

  private static final TypeRef ROUTE = TypeRef.of(PayloadNames.WEBHOOKS, "Route");
  private static final TypeRef LIST = TypeRef.of("java.util", "List");

  private final AppModel app;
  private final List<Url> urls;
  private final SourceText text;

  RoutesGenerator(AppModel app, List<Url> urls) {
    this.app = app;
    this.urls = urls;
    this.text = new SourceText(app, nameFor(app));
  }

  /** The name of the class. */
  static TypeRef nameFor(AppModel app) {
    return app.type().sibling("Routes");
  }

  /** A route of any payload. */
  static String anyRoute(SourceText text) {
    return text.name(ROUTE) + "<?>";
  }

  /** A list of routes of any payload. */
  static String routes(SourceText text) {
    return text.name(LIST) + "<" + anyRoute(text) + ">";
  }

  Output.Source generate() {
    String className = nameFor(app).simpleName();
    text.open("The URLs of {@link " + text.name(app.type()) + "}.", className);
    StringJoiner constants = new StringJoiner(", ");
    for (Url url : urls) {
      constant(url);
      constants.add(url.constant());
    }
    if (!urls.isEmpty()) {
      text.blank();
    }
    text.line("  static final "
        + routes(text)
        + " "
        + ALL
        + " = "
        + text.name(ROUTE)
        + ".all("
        + constants
        + ");");
    text.blank();
    text.line("  private " + className + "() {}");
    return text.closed();
  }

  private void constant(Url url) {
    String route = text.name(ROUTE);
    String payload = text.name(url.receives());
    StringBuilder options = options(url);
    // In a chain of calls, javac does not infer the payload from the constant's type.
    String witness = isGeneric(url) && !options.isEmpty() ? "<" + payload + ">" : "";
    String arguments = url.kind() == WebhookKind.VIDEO
        ? SourceText.literal(url.name()) + ", " + SourceText.literal(url.path())
        : SourceText.literal(url.path());
    text.line("  public static final "
        + route
        + "<"
        + payload
        + "> "
        + url.constant()
        + " = "
        + route
        + "."
        + witness
        + factory(url)
        + "("
        + arguments
        + ")"
        + options
        + ";");
  }

  private StringBuilder options(Url url) {
    StringBuilder options = new StringBuilder();
    if (!url.method().equals(url.kind().defaultMethod())) {
      options.append(".method(").append(SourceText.literal(url.method())).append(')');
    }
    url.connectTimeout()
        .ifPresent(time -> options.append(".connectTimeout(").append(time).append(')'));
    url.socketTimeout()
        .ifPresent(time -> options.append(".socketTimeout(").append(time).append(')'));
    if (!app.signs(url.kind())) {
      options.append(".unsigned()");
    }
    return options;
  }

  private static boolean isGeneric(Url url) {
    return switch (url.kind()) {
      case CALLBACK, VIDEO, VERIFY_STATUS -> true;
      case ANSWER, FALLBACK_ANSWER, EVENT, RTC_EVENT, INBOUND, STATUS, WEBSOCKET -> false;
    };
  }

  private static String factory(Url url) {
    return switch (url.kind()) {
      case ANSWER -> "answer";
      case FALLBACK_ANSWER -> "fallbackAnswer";
      case EVENT -> url.givesNcco() ? "nccoEvent" : "event";
      case RTC_EVENT -> "rtcEvent";
      case INBOUND -> "inbound";
      case STATUS -> "status";
      case VERIFY_STATUS -> "verifyStatus";
      case VIDEO -> "video";
      case CALLBACK -> url.givesNcco() ? "nccoCallback" : "callback";
      case WEBSOCKET -> "websocket";
    };
  }
}
