package dev.switchboard.sandbox.account;

import dev.switchboard.sandbox.store.Store;
import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The users of all applications: whom an {@code app} endpoint can name. Used from the loop alone. */
public final class Users {
  private static final String KIND = "user";
  static final int MOST = 10_000;

  private final Map<String, User> byId = new LinkedHashMap<>();
  private final Store store;
  private long lastNumber;

  /**
   * One user.
   *
   * @param id {@code USR-} and a UUID
   * @param applicationId whose it is
   * @param number grows with each that is made
   * @param fields as the API shows it, but for the link to it
   */
  record User(String id, String applicationId, long number, Json fields) {
    String name() {
      return fields.required("name");
    }

    /**
     * As the API shows it.
     *
     * @param address of all users
     */
    Json view(String address) {
      return fields.with("_links", Json.object("self", Json.object("href", address + "/" + id)));
    }

    private Json toJson() {
      return Json.object("id", id, "application", applicationId, "number", number, "view", fields);
    }
  }

  /** The users that a store remembers. */
  public Users(Store store) {
    this.store = store;
    for (Json each : store.load(KIND)) {
      long number = each.integer("number").orElse(lastNumber + 1);
      User user =
          new User(each.required("id"), each.required("application"), number, each.get("view"));
      lastNumber = number;
      byId.put(user.id(), user);
    }
  }

  /** Whether an application has a user of that name. */
  public boolean has(String applicationId, String name) {
    return of(applicationId).stream().anyMatch(user -> user.name().equals(name));
  }

  /** The users of an application, oldest first. */
  List<User> of(String applicationId) {
    return byId.values().stream()
        .filter(user -> user.applicationId().equals(applicationId))
        .toList();
  }

  /** One of them. */
  Optional<User> find(String id, String applicationId) {
    return Optional.ofNullable(byId.get(id))
        .filter(user -> user.applicationId().equals(applicationId));
  }

  long nextNumber() {
    return ++lastNumber;
  }

  boolean isFull() {
    return byId.size() >= MOST;
  }

  void save(User user) {
    byId.put(user.id(), user);
    store.put(KIND, user.id(), user::toJson);
  }

  void remove(User user) {
    byId.remove(user.id());
    store.remove(KIND, user.id());
  }
}
