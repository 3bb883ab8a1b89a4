package dev.switchboard.testing;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxApplication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link SwitchboardTest} stands for. All state is in the test's own store, so tests may run at the same time. */
final class SwitchboardExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SwitchboardExtension.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    SwitchboardTest settings = settings(context);
    Stage stage = new Stage(settings.realTime(), settings.signatureSecret());
    context.getStore(NAMESPACE).put(Stage.class, stage);
    stage.serve(context.getRequiredTestInstance(), settings.value());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Stage stage = context.getStore(NAMESPACE).remove(Stage.class, Stage.class);
    if (stage != null) {
      stage.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Sandbox.class || type == SandboxApplication.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Stage stage = stage(context);
    if (stage == null) {
      throw new ExtensionConfigurationException(
          "A sandbox belongs to one test: take it as a parameter of the test or of a @BeforeEach method, not of "
              + parameter.getDeclaringExecutable());
    }
    return parameter.getParameter().getType() == Sandbox.class
        ? stage.sandbox()
        : stage.sandbox().application();
  }

  private static @Nullable Stage stage(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(Stage.class, Stage.class);
  }

  /** The annotation of the test class, or of a class around it. */
  private static SwitchboardTest settings(ExtensionContext context) {
    for (Class<?> type = context.getRequiredTestClass();
        type != null;
        type = type.getEnclosingClass()) {
      SwitchboardTest settings = type.getAnnotation(SwitchboardTest.class);
      if (settings != null) {
        return settings;
      }
    }
    throw new ExtensionConfigurationException(
        context.getRequiredTestClass().getName() + " has no @SwitchboardTest");
  }
}
