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
    CodeBlock.Builder made = CodeBlock.builder();
    if (url.kind() == WebhookKind.VIDEO) {
      made.add("$T.video($S, $S)", SourceFiles.ROUTE, url.name(), url.path());
    } else {
      made.add("$T.$L($S)", SourceFiles.ROUTE, factory(url), url.path());
    }
    if (!url.method().equals(url.kind().defaultMethod())) {
      made.add(".method($S)", url.method());
    }
    url.connectTimeout().ifPresent(time -> made.add(".connectTimeout($L)", time));
    url.socketTimeout().ifPresent(time -> made.add(".socketTimeout($L)", time));
    if (!app.signs(url.kind())) {
      made.add(".unsigned()");
    }
    return made.build();
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
