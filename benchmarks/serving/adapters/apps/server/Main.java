package line;

import dev.switchboard.server.Server;
import dev.switchboard.server.ServerSettings;

/** Our embedded server, on the server of the JDK. */
final class Main {
  private Main() {}

  public static void main(String... args) {
    Server.start(
        ServerSettings.fromEnvironment(System.getenv()).baseUrl(Line.BASE_URL),
        new LineRouter(new Line()));
  }
}
