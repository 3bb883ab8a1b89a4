package dev.switchboard.cli;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.reader.ManifestReader;
import dev.switchboard.server.Server;
import dev.switchboard.webhooks.WebhookRouter;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

/**
 * Serves an app that has no main class of its own: the app and its handler classes by their constructors without
 * parameters, the generated router around them. Only the demo starts apps like that; a serving app has a main class that
 * says {@code Server.start(new <App>Router(...))}.
 */
public final class AppLauncher {
  private AppLauncher() {}

  /** Serves the app of a binary class name, as the environment variables say. */
  public static void main(String... args) throws ReflectiveOperationException {
    Class<?> app = Class.forName(args[0]);
    Manifest manifest = ManifestReader.of(app);
    List<Object> parts = new ArrayList<>();
    parts.add(make(app));
    for (String handler : manifest.handlers()) {
      parts.add(make(Class.forName(handler)));
    }
    Class<?> router = Class.forName(app.getName().replace('$', '_') + "Router");
    Constructor<?> constructor = router.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    Server.start((WebhookRouter) constructor.newInstance(parts.toArray()));
  }

  private static Object make(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
