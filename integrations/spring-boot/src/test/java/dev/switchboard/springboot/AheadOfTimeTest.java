package dev.switchboard.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.springboot.shop.Shop;
import dev.switchboard.webhooks.WebhookRouter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.TypeHint;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.GenericWebApplicationContext;

/** Spring's processing ahead of time turns the router into generated code, without a reflection hint for it, its app or its handlers. */
class AheadOfTimeTest {
  private static GenericApplicationContext context() {
    return new GenericWebApplicationContext(new MockServletContext());
  }

  private static void configure(GenericApplicationContext context) {
    AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
    context.registerBean(StartTest.Beans.class);
    for (Class<?> type :
        AutoConfigurations.getClasses(AutoConfigurations.of(SwitchboardAutoConfiguration.class))) {
      context.registerBean(type);
    }
    context.getEnvironment().getSystemProperties().put("switchboard.insecure", "true");
  }

  /** Nothing that Spring or a native image would read hints from comes with the starter. */
  @Test
  void theStarterBringsNoHints() throws Exception {
    Path classes = Path.of(SwitchboardAutoConfiguration.class
        .getProtectionDomain()
        .getCodeSource()
        .getLocation()
        .toURI());
    assertThat(classes.resolve("META-INF/spring/aot.factories")).doesNotExist();
    assertThat(classes.resolve("META-INF/native-image")).doesNotExist();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as("%s", file)
            .doesNotContain("org/springframework/aot/hint", "RegisterReflection");
      }
    }
  }

  @Test
  @CompileWithForkedClassLoader // what is generated reaches package-private members
  @SuppressWarnings("unchecked") // what Spring generates is an initializer of this context
  void theRouterIsMadeByGeneratedCode() {
    GenericApplicationContext prepared = context();
    configure(prepared);
    TestGenerationContext generated = new TestGenerationContext(Shop.class);
    ClassName initializer =
        new ApplicationContextAotGenerator().processAheadOfTime(prepared, generated);
    generated.writeGeneratedContent();

    assertThat(generated.getRuntimeHints().reflection().typeHints())
        .filteredOn(hint -> !hint.getMemberCategories().isEmpty()
            || hint.constructors().findAny().isPresent())
        .extracting(TypeHint::getType)
        .extracting(Object::toString)
        // Spring itself binds properties and proxies configurations so, of whoever has some.
        .filteredOn(type -> !type.contains("SwitchboardProperties") && !type.contains(".shop.Shop"))
        .noneMatch(type -> type.contains("dev.switchboard"));
    TestCompiler.forSystem().with(generated).compile(compiled -> {
      GenericApplicationContext started = context();
      compiled
          .getInstance(ApplicationContextInitializer.class, initializer.toString())
          .initialize(started);
      started.refresh();
      assertThat(started.getBean(WebhookRouter.class).app())
          .isEqualTo("dev.switchboard.springboot.shop.PhoneLine");
      started.close();
    });
  }
}
