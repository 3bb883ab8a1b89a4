package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry of an address book.
 *
 * @param json all of it
 */
public record Contact(Json json) {
  /** The whole name. */
  public Optional<String> formattedName() {
    return json.get("name").text("formatted_name");
  }

  /** First name. */
  public Optional<String> firstName() {
    return json.get("name").text("first_name");
  }

  /** Last name. */
  public Optional<String> lastName() {
    return json.get("name").text("last_name");
  }

  /** Middle name. */
  public Optional<String> middleName() {
    return json.get("name").text("middle_name");
  }

  /** Such as Dr. */
  public Optional<String> prefix() {
    return json.get("name").text("prefix");
  }

  /** Such as Jr. */
  public Optional<String> suffix() {
    return json.get("name").text("suffix");
  }

  /** Birthday, as the person wrote it. */
  public Optional<String> birthday() {
    return json.text("birthday");
  }

  /** Phone numbers. */
  public List<Phone> phones() {
    List<Phone> all = new ArrayList<>();
    for (Json one : json.get("phones").items()) {
      all.add(new Phone(one));
    }
    return List.copyOf(all);
  }

  /** Mail addresses. */
  public List<Email> emails() {
    List<Email> all = new ArrayList<>();
    for (Json one : json.get("emails").items()) {
      all.add(new Email(one));
    }
    return List.copyOf(all);
  }

  /** Postal addresses. */
  public List<Address> addresses() {
    List<Address> all = new ArrayList<>();
    for (Json one : json.get("addresses").items()) {
      all.add(new Address(one));
    }
    return List.copyOf(all);
  }

  /** Web addresses. */
  public List<Url> urls() {
    List<Url> all = new ArrayList<>();
    for (Json one : json.get("urls").items()) {
      all.add(new Url(one));
    }
    return List.copyOf(all);
  }

  /**
   * A phone number.
   *
   * @param json all of it
   */
  public record Phone(Json json) {
    /** The number. */
    public Optional<String> phone() {
      return json.text("phone");
    }

    /** {@code home} or {@code work}. */
    public Optional<String> type() {
      return json.text("type");
    }
  }

  /**
   * A mail address.
   *
   * @param json all of it
   */
  public record Email(Json json) {
    /** The address. */
    public Optional<String> email() {
      return json.text("email");
    }

    /** {@code home} or {@code work}. */
    public Optional<String> type() {
      return json.text("type");
    }
  }

  /**
   * A postal address.
   *
   * @param json all of it
   */
  public record Address(Json json) {
    /** Street. */
    public Optional<String> street() {
      return json.text("street");
    }

    /** City. */
    public Optional<String> city() {
      return json.text("city");
    }

    /** State. */
    public Optional<String> state() {
      return json.text("state");
    }

    /** Postal code. */
    public Optional<String> postalCode() {
      return json.text("postal_code");
    }

    /** Country. */
    public Optional<String> country() {
      return json.text("country");
    }

    /** Two letters of the country. */
    public Optional<String> countryCode() {
      return json.text("country_code");
    }

    /** {@code home} or {@code work}. */
    public Optional<String> type() {
      return json.text("type");
    }
  }

  /**
   * A web address.
   *
   * @param json all of it
   */
  public record Url(Json json) {
    /** The address. */
    public Optional<String> url() {
      return json.text("url");
    }

    /** {@code home} or {@code work}. */
    public Optional<String> type() {
      return json.text("type");
    }
  }
}
