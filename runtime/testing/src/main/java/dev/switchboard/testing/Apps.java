package dev.switchboard.testing;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.reader.ManifestReader;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.webhooks.WebhookRouter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The apps that a test is about.
 *
 * @param manifests of all, in the order of their numbers
 * @param routers of those that the kit serves
 * @param elsewhere where something else serves them
 */
record Apps(List<Manifest> manifests, List<WebhookRouter> routers, Optional<URI> elsewhere) {
  static Apps of(Object test, Class<?>[] classes, Sandbox sandbox) {
    List<Class<?>> apps = new ArrayList<>();
    List<WebhookRouter> routers = new ArrayList<>();
    Optional<URI> elsewhere = Optional.empty();
    Method method = method(test.getClass());
    if (method != null) {
      Object made = call(method, test, sandbox);
      if (made instanceof URI where) {
        requireNamed(method, classes);
        elsewhere = Optional.of(where);
      } else {
        WebhookRouter router = (WebhookRouter) made;
        routers.add(router);
        apps.add(appOf(router));
      }
    }
    apps.addAll(List.of(classes));
    if (apps.isEmpty()) {
      throw new ExtensionConfigurationException(test.getClass().getName()
          + " names no app: write @SwitchboardTest(App.class), or a method"
          + " @AppUnderTest WebhookRouter app() that makes its router.");
    }
    List<Manifest> manifests = new ArrayList<>();
    for (Class<?> app : apps) {
      manifests.add(ManifestReader.of(app));
      Unlisted.check(app);
    }
    if (elsewhere.isEmpty()) {
      for (Class<?> app : classes) {
        routers.add(Routers.make(app));
      }
    }
    return new Apps(List.copyOf(manifests), List.copyOf(routers), elsewhere);
  }

  private static void requireNamed(Method method, Class<?>[] classes) {
    if (classes.length == 0) {
      throw new ExtensionConfigurationException("@AppUnderTest " + method.getName()
          + " says where an app is, but not which: write @SwitchboardTest(App.class).");
    }
  }

  private static Class<?> appOf(WebhookRouter router) {
    try {
      return Class.forName(router.app(), false, router.getClass().getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(
          "The router " + router.getClass().getName() + " serves " + router.app()
              + ", which is not on the class path.",
          missing);
    }
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

  private static Object call(Method method, Object test, Sandbox sandbox) {
    Class<?>[] parameters = method.getParameterTypes();
    boolean takesSandbox = parameters.length == 1 && parameters[0] == Sandbox.class;
    Class<?> returned = method.getReturnType();
    if ((parameters.length > 0 && !takesSandbox)
        || !(WebhookRouter.class.isAssignableFrom(returned) || returned == URI.class)) {
      throw new ExtensionConfigurationException("@AppUnderTest " + method.getName()
          + " must return a WebhookRouter, or the URI of an app, and take nothing or the Sandbox.");
    }
    try {
      method.setAccessible(true);
      Object made = takesSandbox ? method.invoke(test, sandbox) : method.invoke(test);
      if (made == null) {
        throw new ExtensionConfigurationException(
            "@AppUnderTest " + method.getName() + " returned null.");
      }
      return made;
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
}
