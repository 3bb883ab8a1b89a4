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
import dev.switchboard.processor.model.HandlerClass;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.Url;
import dev.switchboard.processor.model.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes {@code <App>Router}: URLs by a string switch, payloads by {@code instanceof} from narrow to wide. */
final class RouterGenerator {
  static final ClassName REPLY = ClassName.get(PayloadNames.WEBHOOKS, "Reply");
  static final ClassName REQUEST = SourceFiles.name(PayloadNames.WEBHOOK_REQUEST);

  private static final ClassName ROUTER = ClassName.get(PayloadNames.WEBHOOKS, "WebhookRouter");
  private static final TypeName ANY_ROUTE =
      ParameterizedTypeName.get(SourceFiles.ROUTE, WildcardTypeName.subtypeOf(Object.class));

  private final AppModel app;
  private final List<Url> urls;
  private final TypeRef generated;
  private final Names names = new Names(Set.of("route", "request"));
  private final Map<TypeRef, String> fields = new LinkedHashMap<>();

  RouterGenerator(AppModel app, List<Url> urls) {
    this.app = app;
    this.urls = urls;
    this.generated = app.type().sibling("Router");
    // One that cannot be named is a mistake, and missing in the skeleton.
    for (HandlerClass handlers :
        app.classes().stream().filter(one -> one.shape().nameable()).toList()) {
      fields.computeIfAbsent(
          handlers.type(), type -> names.unique(Words.decapitalised(type.simpleName())));
    }
  }

  Output.Source generate() {
    TypeSpec.Builder type = header();
    DispatchGenerator dispatch = new DispatchGenerator(fields, names);
    CodeBlock.Builder cases = CodeBlock.builder();
    urls.forEach(url -> cases.add("case $S -> $L;\n", url.path(), dispatch.call(url)));
    CodeBlock unknown =
        CodeBlock.of("throw new $T(route.path());\n", IllegalArgumentException.class);
    CodeBlock body = urls.isEmpty()
        ? unknown
        : CodeBlock.builder()
            .add("return switch (route.path()) {\n$>")
            .add(cases.build())
            .add("default -> $L", unknown)
            .add("$<};\n")
            .build();
    type.addMethod(dispatchMethod(body));
    dispatch.methods().forEach(type::addMethod);
    return SourceFiles.source(app, generated, type.build());
  }

  Output.Source skeleton() {
    CodeBlock body = CodeBlock.of(
        "throw new $T($S);\n",
        IllegalStateException.class,
        app.type().nestedName() + " does not compile.");
    return SourceFiles.source(
        app, generated, header().addMethod(dispatchMethod(body)).build());
  }

  private TypeSpec.Builder header() {
    TypeSpec.Builder type = SourceFiles.classFor(app, generated)
        .addSuperinterface(ROUTER)
        .addJavadoc("Calls the webhook methods of {@link $T}.", SourceFiles.name(app.type()));
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    if (app.classes().stream().allMatch(handlers -> handlers.shape().isPublic())) {
      constructor.addModifiers(Modifier.PUBLIC);
    }
    fields.forEach((handlers, field) -> {
      ClassName name = SourceFiles.name(handlers);
      type.addField(
          FieldSpec.builder(name, field, Modifier.PRIVATE, Modifier.FINAL).build());
      constructor.addParameter(name, field).addStatement("this.$N = $N", field, field);
    });
    return type.addMethod(constructor.build())
        .addMethod(overriding("app", ClassName.get(String.class))
            .addStatement("return $S", app.type().binaryName())
            .build())
        .addMethod(overriding("routes", RoutesGenerator.ROUTES)
            .addStatement(
                "return $T.$L", SourceFiles.name(RoutesGenerator.nameFor(app)), RoutesGenerator.ALL)
            .build());
  }

  private static MethodSpec dispatchMethod(CodeBlock body) {
    return overriding("dispatch", REPLY)
        .addParameter(ANY_ROUTE, "route")
        .addParameter(REQUEST, "request")
        .addException(Exception.class)
        .addCode(body)
        .build();
  }

  private static MethodSpec.Builder overriding(String name, TypeName returns) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(returns);
  }
}
