package dev.switchboard.testing;

import dev.switchboard.manifest.reader.ManifestReader;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.webhooks.WebhookRouter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The routers of the apps that a test is about. */
final class Routers {
  private Routers() {}

  static List<WebhookRouter> of(Object test, Class<?>[] apps, Sandbox sandbox) {
    List<WebhookRouter> routers = new ArrayList<>();
    Method method = method(test.getClass());
    if (method != null) {
      routers.add(call(method, test, sandbox));
    }
    for (Class<?> app : apps) {
      routers.add(make(app));
    }
    if (routers.isEmpty()) {
      throw new ExtensionConfigurationException(test.getClass().getName()
          + " names no app: write @SwitchboardTest(App.class), or a method"
          + " @AppUnderTest WebhookRouter app() that makes its router.");
    }
    return routers;
  }

  private static @Nullable Method method(Class<?> test) {
    Method found = null;
    for (Class<?> type = test; type != null; type = type.getSuperclass()) {
      for (Method each : type.getDeclaredMethods()) {
        if (each.isAnnotationPresent(AppUnderTest.class)) {
          if (found != null) {
            throw new ExtensionConfigurationException(test.getName()
                + " has two @AppUnderTest methods: " + found.getName() + " and " + each.getName());
          }
          found = each;
        }
      }
    }
    return found;
  }

  private static WebhookRouter call(Method method, Object test, Sandbox sandbox) {
    Class<?>[] parameters = method.getParameterTypes();
    boolean takesSandbox = parameters.length == 1 && parameters[0] == Sandbox.class;
    if ((parameters.length > 0 && !takesSandbox)
        || !WebhookRouter.class.isAssignableFrom(method.getReturnType())) {
      throw new ExtensionConfigurationException("@AppUnderTest " + method.getName()
          + " must return a WebhookRouter and take nothing or the Sandbox.");
    }
    try {
      method.setAccessible(true);
      Object router = takesSandbox ? method.invoke(test, sandbox) : method.invoke(test);
      if (router == null) {
        throw new ExtensionConfigurationException(
            "@AppUnderTest " + method.getName() + " returned null.");
      }
      return (WebhookRouter) router;
    } catch (InvocationTargetException failed) {
      throw new ExtensionConfigurationException(
          "@AppUnderTest " + method.getName() + " failed: " + failed.getCause(), failed.getCause());
    } catch (IllegalAccessException hidden) {
      throw new ExtensionConfigurationException(
          "@AppUnderTest " + method.getName()
              + " cannot be called; open its package to dev.switchboard.testing.",
          hidden);
    }
  }

  /** {@code new AppRouter(new App(), new Handler() ...)}, as generated: the app first, then its handler classes in order. */
  private static WebhookRouter make(Class<?> app) {
    List<String> classes = new ArrayList<>();
    classes.add(app.getName());
    classes.addAll(ManifestReader.of(app).handlers());
    String name = app.getName().replace('$', '_') + "Router";
    try {
      Object[] parts = new Object[classes.size()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = newInstance(Class.forName(classes.get(i), true, app.getClassLoader()));
      }
      Constructor<?>[] constructors =
          Class.forName(name, true, app.getClassLoader()).getDeclaredConstructors();
      constructors[0].setAccessible(true);
      return (WebhookRouter) constructors[0].newInstance(parts);
    } catch (ReflectiveOperationException | IllegalArgumentException failed) {
      throw new ExtensionConfigurationException(
          "The kit cannot make " + app.getName() + ": " + failed.getMessage()
              + ". Where a class needs more than a constructor without parameters, make the router in an @AppUnderTest method.",
          failed);
    }
  }

  private static Object newInstance(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
