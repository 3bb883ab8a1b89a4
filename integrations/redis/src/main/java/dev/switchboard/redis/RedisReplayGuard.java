package dev.switchboard.redis;

import dev.switchboard.webhooks.ReplayGuard;
import java.time.Duration;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/**
 * One key for each answered token.
 *
 * @param prefix beginning of its keys
 */
record RedisReplayGuard(UnifiedJedis jedis, String prefix) implements ReplayGuard {
  @Override
  public boolean isUsed(String tokenId) {
    return jedis.exists(key(tokenId));
  }

  @Override
  public void use(String tokenId, Duration keep) {
    jedis.set(key(tokenId), "", SetParams.setParams().px(Math.max(1, keep.toMillis())));
  }

  private String key(String tokenId) {
    return prefix + "answered:" + tokenId;
  }
}
