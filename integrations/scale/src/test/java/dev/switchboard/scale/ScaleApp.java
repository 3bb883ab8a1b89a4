package dev.switchboard.scale;

import dev.switchboard.redis.RedisStores;
import dev.switchboard.server.Server;
import dev.switchboard.server.ServerSettings;
import dev.switchboard.webhooks.StateCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One copy of the app, as a process. */
final class ScaleApp {
  private ScaleApp() {}

  public static void main(String... args) {
    RedisStores redis = RedisStores.connect(URI.create(System.getenv("REDIS_URL")));
    Server.start(
        ServerSettings.fromEnvironment(System.getenv())
            .webhooks(settings -> redis.share(settings, Text.CODEC)),
        new ScaleLineRouter(new ScaleLine(redis.stateStore())));
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
