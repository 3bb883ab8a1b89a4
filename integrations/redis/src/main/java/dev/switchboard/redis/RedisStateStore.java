package dev.switchboard.redis;

import dev.switchboard.webhooks.StateStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/**
 * One key for each value. Compare and swap is a script, which Redis runs as one step; it is sent each time, since a server that was started
 * again has forgotten it, and it is shorter than most values.
 *
 * @param prefix beginning of its keys
 */
record RedisStateStore(UnifiedJedis jedis, String prefix) implements StateStore {
  /** Arguments: whether a value is expected, that value, whether one takes its place, that one, milliseconds to keep it. */
  private static final byte[] SWAP = ascii("""
      local now = redis.call('GET', KEYS[1])
      if ARGV[1] == '1' then
        if now ~= ARGV[2] then return 0 end
      elseif now then return 0 end
      if ARGV[3] == '1' then redis.call('SET', KEYS[1], ARGV[4], 'PX', ARGV[5])
      else redis.call('DEL', KEYS[1]) end
      return 1
      """);

  private static final byte[] YES = ascii("1");
  private static final byte[] NO = ascii("0");
  private static final byte[] NOTHING = {};

  @Override
  public byte @Nullable [] read(String key) {
    return jedis.get(key(key));
  }

  @Override
  public boolean replace(
      String key, byte @Nullable [] expected, byte @Nullable [] next, Duration keep) {
    Object done = jedis.eval(
        SWAP,
        List.of(key(key)),
        List.of(
            expected == null ? NO : YES,
            expected == null ? NOTHING : expected,
            next == null ? NO : YES,
            next == null ? NOTHING : next,
            ascii(Long.toString(Math.max(1, keep.toMillis())))));
    return Long.valueOf(1).equals(done);
  }

  private byte[] key(String key) {
    return (prefix + "state:" + key).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
