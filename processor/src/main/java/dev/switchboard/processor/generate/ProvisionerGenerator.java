package dev.switchboard.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.Placeholders;
import dev.switchboard.processor.model.Setting;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.Words;
import java.net.URI;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;

/** Writes {@code <App>Provisioner}: one factory whose parameters are what the app leaves to the environment. */
final class ProvisionerGenerator {
  private static final ClassName PROVISIONER =
      ClassName.get("dev.switchboard.provisioning", "Provisioner");
  private static final ClassName MSISDN = ClassName.get("dev.switchboard.provisioning", "Msisdn");
  private static final String BASE_URL = "baseUrl";

  private final AppModel app;

  ProvisionerGenerator(AppModel app) {
    this.app = app;
  }

  Output.Source generate() {
    TypeRef generated = app.type().sibling("Provisioner");
    ClassName appName = SourceFiles.name(app.type());
    TypeSpec type = SourceFiles.classFor(app, generated)
        .addJavadoc("Deploys {@link $T}.", appName)
        .addMethod(
            MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethod(factory(appName))
        .build();
    return SourceFiles.source(app, generated, type);
  }

  private MethodSpec factory(ClassName appName) {
    MethodSpec.Builder factory = MethodSpec.methodBuilder("of")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(PROVISIONER)
        .addParameter(URI.class, BASE_URL)
        .addJavadoc("Binds everything that {@link $T} leaves to the environment.\n\n", appName)
        .addJavadoc("@param $L where it is served\n", BASE_URL);
    CodeBlock.Builder call =
        CodeBlock.builder().add("return $T.of($T.class, $L)", PROVISIONER, appName, BASE_URL);
    Names names = new Names(Set.of(BASE_URL));
    for (Placeholders.Use placeholder : app.placeholders()) {
      String parameter = names.unique(Words.camel(placeholder.name()));
      factory.addParameter(String.class, parameter);
      factory.addJavadoc(
          "@param $L for <code>$${$L}</code> in the $L\n",
          parameter,
          placeholder.name(),
          String.join(" and the ", placeholder.labels()));
      call.add(".value($S, $L)", placeholder.name(), parameter);
    }
    // A name that is none is a mistake, and missing in what is written for a broken app.
    List<Setting<String>> numbers = app.numbers().stream()
        .filter(number -> SourceVersion.isIdentifier(Words.camel(number.value())))
        .toList();
    for (Setting<String> number : numbers) {
      String parameter = names.unique(Words.camel(number.value()));
      factory.addParameter(MSISDN, parameter);
      factory.addJavadoc("@param $L for the number $S\n", parameter, number.value());
      call.add(".number($S, $L)", number.value(), parameter);
    }
    return factory.addStatement(call.build()).build();
  }
}
