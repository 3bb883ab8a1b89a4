package dev.switchboard.sandbox.store;

import dev.switchboard.webhooks.Json;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A piece of state that is kept as a whole, whenever it differs from what was kept last. Used from the loop alone. */
public final class Section {
  private static final String KIND = "section";

  private final Store store;
  private final String name;
  private final Supplier<Json> state;
  private String kept = "";

  /** Restores what was kept under that name, if anything was. */
  public Section(Store store, String name, Supplier<Json> state, Consumer<Json> restore) {
    this.store = store;
    this.name = name;
    this.state = state;
    kept(store, name).ifPresent(restore);
  }

  /** What was kept under a name, for whoever needs it before anything else is there. */
  public static Optional<Json> kept(Store store, String name) {
    return store.load(KIND).stream()
        .filter(each -> each.required("name").equals(name))
        .map(each -> each.get("state"))
        .findFirst();
  }

  /** Keeps it if it has changed. */
  public void save() {
    if (store != Store.NONE) {
      Json now = state.get();
      String text = now.write();
      if (!text.equals(kept)) {
        store.put(KIND, name, Json.object("name", name, "state", now));
        kept = text;
      }
    }
  }
}
