package dev.switchboard.processor.generate;

import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.Placeholders;
import dev.switchboard.processor.model.Setting;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.Words;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Writes {@code <App>Provisioner}: one factory whose parameters are what the app leaves to the environment. */
final class ProvisionerGenerator {
  private static final TypeRef PROVISIONER =
      TypeRef.of("dev.switchboard.provisioning", "Provisioner");
  private static final TypeRef MSISDN = TypeRef.of("dev.switchboard.provisioning", "Msisdn");
  private static final TypeRef URI = TypeRef.of("java.net", "URI");
  private static final String BASE_URL = "baseUrl";

  private final AppModel app;
  private final SourceText text;
  private final String className;
  private final StringBuilder parameters = new StringBuilder();
  private final StringBuilder call = new StringBuilder();

  ProvisionerGenerator(AppModel app) {
    TypeRef generated = app.type().sibling("Provisioner");
    this.app = app;
    this.text = new SourceText(app, generated);
    this.className = generated.simpleName();
  }

  Output.Source generate() {
    String appName = text.name(app.type());
    String provisioner = text.name(PROVISIONER);
    text.open("Deploys {@link " + appName + "}.", className);
    text.line("  private " + className + "() {}");
    text.blank();
    text.comment("  /**");
    text.comment("   * Binds everything that {@link " + appName + "} leaves to the environment.");
    text.comment("   *");
    text.comment("   * @param " + BASE_URL + " where it is served");
    parameters.append(text.name(URI)).append(' ').append(BASE_URL);
    bindings();
    text.comment("   */");
    text.suppress("  ", app.app().shape().lints());
    text.line("  public static " + provisioner + " of(" + parameters + ") {");
    text.line(
        "    return " + provisioner + ".of(" + appName + ".class, " + BASE_URL + ")" + call + ";");
    text.line("  }");
    return text.closed();
  }

  private void bindings() {
    Names names = new Names(Set.of(BASE_URL));
    for (Placeholders.Use placeholder : app.placeholders()) {
      String parameter = names.unique(Words.camel(placeholder.name()));
      text.comment("   * @param "
          + parameter
          + " for <code>${"
          + placeholder.name()
          + "}</code> in the "
          + String.join(" and the ", placeholder.labels()));
      bind(text.name(SourceText.STRING), parameter, "value", placeholder.name());
    }
    for (Setting<String> number : app.numbers()) {
      String camel = Words.camel(number.value());
      // A name that is none is a mistake, and missing in what is written for a broken app.
      if (SourceVersion.isIdentifier(camel)) {
        String parameter = names.unique(camel);
        text.comment(
            "   * @param " + parameter + " for the number " + SourceText.literal(number.value()));
        bind(text.name(MSISDN), parameter, "number", number.value());
      }
    }
  }

  private void bind(String type, String parameter, String method, String name) {
    parameters.append(", ").append(type).append(' ').append(parameter);
    call.append('.').append(method).append('(').append(SourceText.literal(name));
    call.append(", ").append(parameter).append(')');
  }
}
