package dev.switchboard.sandbox.store;

import dev.switchboard.webhooks.Json;
import java.util.List;
import java.util.function.Supplier;

/**
 * A second home of the sandbox's state. The objects in memory are what counts while the sandbox runs; each change is put
 * here too, and {@linkplain #commit committed} before anybody is told that it happened. Used from the loop alone.
 */
public interface Store extends AutoCloseable {
  /** A store that keeps nothing: state ends with the process. */
  Store NONE = new Store() {
    @Override
    public void put(String kind, String key, Supplier<Json> value) {}

    @Override
    public void remove(String kind, String key) {}

    @Override
    public List<Json> load(String kind) {
      return List.of();
    }

    @Override
    public void commit() {}

    @Override
    public void close() {}
  };

  /** Keeps a value under a key, in place of the one that was there. */
  default void put(String kind, String key, Json value) {
    put(kind, key, () -> value);
  }

  /** The same with a value that is made only where something is kept. */
  void put(String kind, String key, Supplier<Json> value);

  /** Forgets a value. */
  void remove(String kind, String key);

  /** Every value of a kind, in the order in which their keys were first put. */
  List<Json> load(String kind);

  /** Makes everything since the last commit survive the end of this process, however it ends. */
  void commit();

  @Override
  void close();
}
