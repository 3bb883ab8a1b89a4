package dev.switchboard.sandbox.account;

import dev.switchboard.sandbox.store.Store;
import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of the account, and those that can be bought. Used from the loop alone. */
public final class Numbers {
  private static final String KIND = "number";

  private final Map<String, PhoneNumber> owned = new LinkedHashMap<>();
  private final Store store;

  /**
   * The numbers that a store remembers, or else those given.
   *
   * @param seeds E.164 digits of numbers that a fresh account owns
   */
  public Numbers(Store store, List<String> seeds) {
    this.store = store;
    List<Json> remembered = store.load(KIND);
    remembered.forEach(view -> owned.put(view.required("msisdn"), PhoneNumber.of(view)));
    for (String msisdn : seeds) {
      if (!owned.containsKey(msisdn)) {
        save(Catalogue.number(msisdn));
      }
    }
  }

  /** All that the account owns. */
  public List<PhoneNumber> owned() {
    return new ArrayList<>(owned.values());
  }

  /** One that the account owns. */
  public Optional<PhoneNumber> find(String msisdn) {
    return Optional.ofNullable(owned.get(msisdn));
  }

  /** Those on the market: the numbers that regulators set aside for fiction, less the ones already owned. */
  List<PhoneNumber> available(String country) {
    return Catalogue.of(country).stream()
        .filter(each -> !owned.containsKey(each.msisdn()))
        .toList();
  }

  void save(PhoneNumber number) {
    owned.put(number.msisdn(), number);
    store.put(KIND, number.msisdn(), Json.of(number.view()));
  }

  void remove(String msisdn) {
    owned.remove(msisdn);
    store.remove(KIND, msisdn);
  }

  /**
   * Links a number to an application, beside its other settings.
   *
   * @throws IllegalArgumentException when the account does not own the number
   */
  public void link(String msisdn, String applicationId) {
    PhoneNumber number = find(msisdn)
        .orElseThrow(() -> new IllegalArgumentException("the account owns no number " + msisdn));
    Map<String, String> settings = new HashMap<>(number.settings());
    settings.put("app_id", applicationId);
    save(number.with(settings));
  }

  /** Clears every link to an application that no longer exists. */
  void unlinkFrom(String applicationId) {
    for (PhoneNumber number : owned()) {
      Map<String, String> settings = new HashMap<>(number.settings());
      if (applicationId.equals(settings.get("app_id"))) {
        settings.remove("app_id");
      }
      for (String old : List.of("voiceCallback", "messagesCallback")) {
        if (applicationId.equals(settings.get(old + "Value"))) {
          settings.remove(old + "Type");
          settings.remove(old + "Value");
        }
      }
      if (!settings.equals(number.settings())) {
        save(number.with(settings));
      }
    }
  }
}
