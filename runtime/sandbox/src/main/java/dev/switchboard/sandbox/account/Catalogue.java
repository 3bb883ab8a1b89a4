package dev.switchboard.sandbox.account;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Numbers that nobody can really have: the ranges that regulators set aside for films and books. */
final class Catalogue {
  private static final List<String> ALL_FEATURES = List.of("SMS", "VOICE", "MMS");

  /** By country: first digits of the range, how many numbers it has here, type. */
  private static final Map<String, Range> RANGES = Map.of(
      "GB", new Range("447700900", 3, 400, "mobile-lvn", List.of("SMS", "VOICE")),
      "US", new Range("1201555", 4, 100, "mobile-lvn", ALL_FEATURES),
      "CA", new Range("1416555", 4, 100, "mobile-lvn", ALL_FEATURES),
      "FR", new Range("3319900", 4, 100, "landline", List.of("VOICE")),
      "AU", new Range("6149157", 4, 100, "mobile-lvn", List.of("SMS", "VOICE")));

  private Catalogue() {}

  /** Every number of a country that can be had; none for a country without a range. */
  static List<PhoneNumber> of(String country) {
    Range range = RANGES.get(country);
    return range == null
        ? List.of()
        : IntStream.range(0, range.size())
            .mapToObj(i -> range.prefix() + String.format("%0" + range.digits() + "d", 100 + i))
            .map(msisdn ->
                new PhoneNumber(country, msisdn, range.type(), range.features(), Map.of()))
            .toList();
  }

  /** A number with what its country's numbers have, or what most have. */
  static PhoneNumber number(String msisdn) {
    return RANGES.entrySet().stream()
        .filter(each -> msisdn.startsWith(each.getValue().prefix()))
        .findFirst()
        .map(each -> new PhoneNumber(
            each.getKey(), msisdn, each.getValue().type(), each.getValue().features(), Map.of()))
        .orElseGet(
            () -> new PhoneNumber(country(msisdn), msisdn, "mobile-lvn", ALL_FEATURES, Map.of()));
  }

  /** The country of a dialling code, as far as the sandbox needs to know them. */
  private static String country(String msisdn) {
    return Map.of(
            "44", "GB", "33", "FR", "49", "DE", "34", "ES", "39", "IT", "61", "AU", "31", "NL")
        .getOrDefault(msisdn.substring(0, Math.min(2, msisdn.length())), "US");
  }

  private record Range(String prefix, int digits, int size, String type, List<String> features) {}
}
