package dev.switchboard.provisioning;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.platformapi.ApiClient;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one environment adds to a manifest.
 *
 * @param baseUrl where the app is served: an http or https address without query and fragment; paths are put behind it
 * @param values for the <code>${name}</code> placeholders
 * @param numbers for the names of numbers
 */
public record Bindings(URI baseUrl, Map<String, String> values, Map<String, Msisdn> numbers) {
  /** Checks the address and copies the maps, keeping their order. */
  public Bindings {
    String scheme = Objects.requireNonNullElse(baseUrl.getScheme(), "");
    if (!(scheme.equals("http") || scheme.equals("https"))
        || baseUrl.getHost() == null
        || baseUrl.getRawQuery() != null
        || baseUrl.getRawFragment() != null) {
      throw new ProvisioningException(
          Failure.INVALID,
          "\"" + baseUrl + "\" is no base URL.",
          "Write scheme, host and at most a path, such as https://pizza.example.");
    }
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }

  /**
   * What the Application API should hold for an app: its body, with absolute addresses, values in place of placeholders, and
   * no key. Secrets stay the placeholders that the source has, so that the text can be shown and kept.
   *
   * @throws ProvisioningException when these bindings do not fit the manifest
   */
  public Json application(Manifest manifest) {
    ObjectNode bound = Desired.application(manifest, this);
    ObjectNode written = ApiClient.mapper().valueToTree(manifest.application().toTree());
    return Json.parse(Secrets.unsealed(bound, written).toString());
  }

  /** The absolute address of a path of the manifest. */
  String address(String path) {
    String base = baseUrl.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }

  /** Refuses bindings that do not fit what a manifest asks for, naming everything that is missing or too much. */
  void check(Manifest manifest) {
    List<String> wrong = new ArrayList<>();
    manifest.values().stream()
        .filter(name -> !values.containsKey(name))
        .forEach(name -> wrong.add("the value \"" + name + "\" is not bound"));
    manifest.numbers().stream()
        .filter(name -> !numbers.containsKey(name))
        .forEach(name -> wrong.add("the number \"" + name + "\" is not bound"));
    values.keySet().stream()
        .filter(name -> !manifest.values().contains(name))
        .forEach(name -> wrong.add("the app has no ${" + name + "}"));
    numbers.keySet().stream()
        .filter(name -> !manifest.numbers().contains(name))
        .forEach(name -> wrong.add("the app has no number \"" + name + "\""));
    Map<Msisdn, String> owners = new LinkedHashMap<>();
    numbers.forEach((name, number) -> {
      String owner = owners.putIfAbsent(number, name);
      if (owner != null) {
        wrong.add(number.digits() + " is bound to both \"" + owner + "\" and \"" + name + "\"");
      }
    });
    if (!wrong.isEmpty()) {
      throw new ProvisioningException(
          Failure.INVALID,
          "The environment does not fit " + manifest.app() + ": " + String.join("; ", wrong) + ".",
          "Correct the environment's values and numbers.");
    }
  }
}
