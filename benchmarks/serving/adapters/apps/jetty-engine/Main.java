package line;

import dev.switchboard.server.Server;
import dev.switchboard.server.ServerSettings;

/** The same; with switchboard-jetty on the class path it listens with Jetty. */
final class Main {
  private Main() {}

  public static void main(String... args) {
    Server.start(
        ServerSettings.fromEnvironment(System.getenv()).baseUrl(Line.BASE_URL),
        new LineRouter(new Line()));
  }
}
