package dev.switchboard.testing;

import dev.switchboard.manifest.reader.ManifestReader;
import dev.switchboard.webhooks.WebhookRouter;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Routers that the kit makes itself. */
final class Routers {
  private Routers() {}

  /** {@code new AppRouter(new App(), new Handler() ...)}, as generated: the app first, then its handler classes in order. */
  static WebhookRouter make(Class<?> app) {
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
