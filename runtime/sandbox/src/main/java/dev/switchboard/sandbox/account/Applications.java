package dev.switchboard.sandbox.account;

import dev.switchboard.sandbox.store.Store;
import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The applications of the account, oldest first. Used from the loop alone. */
public final class Applications {
  private static final String KIND = "application";

  private final Map<String, Application> byId = new LinkedHashMap<>();
  private final Store store;

  /** The applications that a store remembers. */
  public Applications(Store store) {
    this.store = store;
    store.load(KIND).forEach(view -> byId.put(view.required("id"), Application.of(view)));
  }

  /** All of them. */
  public List<Application> all() {
    return new ArrayList<>(byId.values());
  }

  /** The one of that id. */
  public Optional<Application> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Keeps an application, in place of the one of its id. */
  public void save(Application application) {
    byId.put(application.id(), application);
    store.put(KIND, application.id(), () -> Json.of(application.view()));
  }

  void remove(String id) {
    byId.remove(id);
    store.remove(KIND, id);
  }
}
