package dev.switchboard.redis;

import dev.switchboard.webhooks.ReplayGuard;
import dev.switchboard.webhooks.StateCodec;
import dev.switchboard.webhooks.StateStore;
import dev.switchboard.webhooks.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * What copies of an app share, kept in Redis 6 or newer: which webhooks were answered ({@link ReplayGuard}) and the state of calls ({@link
 * StateStore}). Everything expires by itself: tokens when they would no longer be accepted, state its time after the last change.
 *
 * <pre>{@code
 * RedisStores redis = RedisStores.connect(URI.create("redis://redis.internal:6379"));
 * Server.start(ServerSettings.fromEnvironment(System.getenv()).webhooks(s -> redis.share(s, codec)), new PizzaLineRouter(...));
 * }</pre>
 *
 * <p>Where Redis is out of reach, webhooks are answered 503 within about a second, and the platform asks again: nothing is let through
 * unchecked. Safe for use by many threads.
 */
public final class RedisStores implements AutoCloseable {
  private static final String PREFIX = "switchboard:";

  /** The platform waits as little as a second for an answer, so Redis is not waited for longer than this, three times at most. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private static final int CONNECTIONS = 64;

  private final UnifiedJedis jedis;
  private final String prefix;
  private final boolean owned;

  private RedisStores(UnifiedJedis jedis, String prefix, boolean owned) {
    this.jedis = jedis;
    this.prefix = prefix;
    this.owned = owned;
  }

  /**
   * Stores in a Redis server, over up to 64 connections of their own with short time-outs. Connects when it is first asked.
   *
   * @param address {@code redis://user:password@host:port/database}, or {@code rediss://} for TLS
   * @throws IllegalArgumentException for another kind of address
   */
  public static RedisStores connect(URI address) {
    return connect(address, PATIENCE);
  }

  /**
   * As {@link #connect(URI)}, with another patience. A webhook may wait for Redis up to three times, so three times as long should fit into
   * the shortest time-out of the app's webhooks.
   *
   * @param patience how long to wait for a connection, and for an answer; 300 ms by default
   * @throws IllegalArgumentException for another kind of address, or less than a millisecond
   */
  public static RedisStores connect(URI address, Duration patience) {
    if (patience.toMillis() < 1) {
      throw new IllegalArgumentException("Redis is waited for at least a millisecond.");
    }
    int millis = Math.toIntExact(patience.toMillis());
    if (!JedisURIHelper.isValid(address)) {
      throw new IllegalArgumentException(
          "The address of Redis is like redis://host:6379, or rediss://host:6379 for TLS.");
    }
    HostAndPort host = JedisURIHelper.getHostAndPort(address);
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(patience);
    DefaultJedisClientConfig client = DefaultJedisClientConfig.builder(address)
        .connectionTimeoutMillis(millis)
        .socketTimeoutMillis(millis)
        .build();
    return new RedisStores(
        RedisClient.builder()
            .hostAndPort(host)
            .clientConfig(client)
            .poolConfig(pool)
            .build(),
        PREFIX,
        true);
  }

  /**
   * Stores behind a client of your own, such as one for a cluster or for sentinels. Give it time-outs well below a second. Closing the
   * stores leaves it open.
   */
  public static RedisStores of(UnifiedJedis client) {
    return new RedisStores(Objects.requireNonNull(client), PREFIX, false);
  }

  /** The same with another beginning of all keys, where apps share a Redis; {@code switchboard:} by default. */
  public RedisStores prefix(String beginning) {
    return new RedisStores(jedis, Objects.requireNonNull(beginning), owned);
  }

  /** Settings whose copies share replay guard and call state. */
  public WebhookSettings share(WebhookSettings settings, StateCodec codec) {
    return settings.replayGuard(replayGuard()).stateStore(stateStore(), codec);
  }

  /** What remembers answered webhooks. It fails closed: where Redis is out of reach it throws, and the webhook is answered 503. */
  public ReplayGuard replayGuard() {
    return new RedisReplayGuard(jedis, prefix);
  }

  /** Where the state of calls is kept. */
  public StateStore stateStore() {
    return new RedisStateStore(jedis, prefix);
  }

  /** Whether Redis answers: what a readiness check asks. */
  public boolean isReachable() {
    try {
      return "PONG".equals(jedis.ping());
    } catch (JedisException e) {
      return false;
    }
  }

  /** Closes its connections; those of a client that was handed in stay open. */
  @Override
  public void close() {
    if (owned) {
      jedis.close();
    }
  }
}
