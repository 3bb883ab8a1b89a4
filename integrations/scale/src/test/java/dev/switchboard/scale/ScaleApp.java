package dev.switchboard.scale;

import dev.switchboard.example.SharedPizzaLine;
import dev.switchboard.redis.RedisStores;
import dev.switchboard.server.Server;
import dev.switchboard.server.ServerSettings;
import dev.switchboard.webhooks.StateCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One copy, as a process: the example, and an app that keeps state of its calls. */
final class ScaleApp {
  private ScaleApp() {}

  public static void main(String... args) {
    RedisStores redis = RedisStores.connect(URI.create(System.getenv("REDIS_URL")));
    Server.start(
        ServerSettings.fromEnvironment(System.getenv())
            .webhooks(settings -> redis.share(settings, Text.CODEC)),
        SharedPizzaLine.router(redis.stateStore()),
        new ScaleLineRouter(new ScaleLine()));
  }

  private enum Text implements StateCodec {
    CODEC;

    @Override
    public byte[] write(Object value) {
      return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> T read(byte[] bytes, Class<T> type) {
      return type.cast(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
