package dev.switchboard.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.Url;
import dev.switchboard.processor.model.WebhookKind;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes {@code <App>Routes}: a typed constant for each URL, which NCCOs point at. */
final class RoutesGenerator {
  /** The constant that lists the others. */
  static final String ALL = "ALL";

  /** A list of routes of any payload. */
  static final TypeName ROUTES = ParameterizedTypeName.get(
      ClassName.get(List.class),
      ParameterizedTypeName.get(SourceFiles.ROUTE, WildcardTypeName.subtypeOf(Object.class)));

  private final AppModel app;
  private final List<Url> urls;

  RoutesGenerator(AppModel app, List<Url> urls) {
    this.app = app;
    this.urls = urls;
  }

  /** The name of the class. */
  static TypeRef nameFor(AppModel app) {
    return app.type().sibling("Routes");
  }

  Output.Source generate() {
    TypeRef generated = nameFor(app);
    TypeSpec.Builder type = SourceFiles.classFor(app, generated)
        .addJavadoc("The URLs of {@link $T}.", SourceFiles.name(app.type()));
    urls.forEach(url -> type.addField(constant(url)));
    type.addField(FieldSpec.builder(ROUTES, ALL, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$T.all($L)",
            SourceFiles.ROUTE,
            urls.stream().map(Url::constant).collect(Collectors.joining(", ")))
        .build());
    type.addMethod(
        MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    return SourceFiles.source(app, generated, type.build());
  }

  private FieldSpec constant(Url url) {
    TypeName route = ParameterizedTypeName.get(SourceFiles.ROUTE, SourceFiles.name(url.receives()));
    return FieldSpec.builder(
            route, url.constant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .initializer(made(url))
        .build();
  }

  private CodeBlock made(Url url) {
    CodeBlock options = options(url);
    // In a chain of calls, javac does not infer the payload from the constant's type.
    CodeBlock witness = isGeneric(url) && !options.isEmpty()
        ? CodeBlock.of("<$T>", SourceFiles.name(url.receives()))
        : CodeBlock.of("");
    CodeBlock made = url.kind() == WebhookKind.VIDEO
        ? CodeBlock.of("$T.$Lvideo($S, $S)", SourceFiles.ROUTE, witness, url.name(), url.path())
        : CodeBlock.of("$T.$L$L($S)", SourceFiles.ROUTE, witness, factory(url), url.path());
    return made.toBuilder().add(options).build();
  }

  private CodeBlock options(Url url) {
    CodeBlock.Builder options = CodeBlock.builder();
    if (!url.method().equals(url.kind().defaultMethod())) {
      options.add(".method($S)", url.method());
    }
    url.connectTimeout().ifPresent(time -> options.add(".connectTimeout($L)", time));
    url.socketTimeout().ifPresent(time -> options.add(".socketTimeout($L)", time));
    if (!app.signs(url.kind())) {
      options.add(".unsigned()");
    }
    return options.build();
  }

  private static boolean isGeneric(Url url) {
    return switch (url.kind()) {
      case CALLBACK, VIDEO, VERIFY_STATUS -> true;
      case ANSWER, FALLBACK_ANSWER, EVENT, RTC_EVENT, INBOUND, STATUS -> false;
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
    };
  }
}
