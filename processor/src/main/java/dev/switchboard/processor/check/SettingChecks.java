package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.Placeholders;
import dev.switchboard.processor.model.Range;
import dev.switchboard.processor.model.Setting;
import dev.switchboard.processor.model.Url;
import dev.switchboard.processor.model.UrlSettings;
import dev.switchboard.processor.model.Urls;
import dev.switchboard.processor.model.WebhookKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a webhook annotation says of its URL: time-outs, method, secret; and that it is said once. */
final class SettingChecks {
  private SettingChecks() {}

  static Stream<Diagnostic> check(Urls urls) {
    return urls.all().stream().flatMap(url -> {
      List<UrlSettings> said = urls.settings(url);
      return Stream.concat(
          said.stream().flatMap(settings -> check(url.kind(), settings)), once(url, said));
    });
  }

  private static Stream<Diagnostic> check(WebhookKind kind, UrlSettings settings) {
    return Stream.of(timeouts(kind, settings), postOnly(kind, settings), secret(settings))
        .flatMap(found -> found);
  }

  private static Stream<Diagnostic> timeouts(WebhookKind kind, UrlSettings settings) {
    Stream.Builder<Diagnostic> found = Stream.builder();
    Optional<Setting<Integer>> connect =
        settings.connectTimeout().filter(setting -> setting.value() != 0);
    Optional<Setting<Integer>> socket =
        settings.socketTimeout().filter(setting -> setting.value() != 0);
    Optional<Range> range = kind.socketTimeout();
    if (range.isEmpty()) {
      connect.ifPresent(
          setting -> found.add(Rule.TIMEOUT_NOT_FOR_RTC.at(setting.site(), "connectTimeout")));
      socket.ifPresent(
          setting -> found.add(Rule.TIMEOUT_NOT_FOR_RTC.at(setting.site(), "socketTimeout")));
    } else {
      connect
          .filter(setting -> !WebhookKind.CONNECT_TIMEOUT.holds(setting.value()))
          .ifPresent(setting -> found.add(Rule.CONNECT_TIMEOUT_OUT_OF_RANGE.at(
              setting.site(), setting.value(), kind.wireName(), WebhookKind.CONNECT_TIMEOUT)));
      socket
          .filter(setting -> !range.get().holds(setting.value()))
          .ifPresent(setting -> found.add(Rule.SOCKET_TIMEOUT_OUT_OF_RANGE.at(
              setting.site(), setting.value(), kind.wireName(), range.get())));
    }
    return found.build();
  }

  private static Stream<Diagnostic> postOnly(WebhookKind kind, UrlSettings settings) {
    return settings.method().stream()
        .filter(method -> kind.postOnly() && !method.value().equals("POST"))
        .map(method ->
            Rule.POST_ONLY.at(method.site(), kind.wireName(), kind.capability().spoken()));
  }

  private static Stream<Diagnostic> secret(UrlSettings settings) {
    return settings.secret().stream()
        .filter(text -> !text.value().isEmpty() && !Placeholders.isOne(text.value()))
        .map(text -> CapabilityChecks.secret(text, "secret", "video-secret"));
  }

  private static Stream<Diagnostic> once(Url url, List<UrlSettings> said) {
    if (said.size() == 1) {
      return Stream.empty();
    }
    return Stream.of(
            agreeing(url, said, "path", UrlSettings::path),
            agreeing(url, said, "method", UrlSettings::method),
            agreeing(url, said, "connectTimeout", UrlSettings::connectTimeout),
            agreeing(url, said, "socketTimeout", UrlSettings::socketTimeout),
            agreeing(url, said, "secret", UrlSettings::secret))
        .flatMap(found -> found);
  }

  private static <T> Stream<Diagnostic> agreeing(
      Url url,
      List<UrlSettings> said,
      String member,
      Function<UrlSettings, Optional<Setting<T>>> read) {
    List<Setting<T>> written =
        said.stream().flatMap(settings -> read.apply(settings).stream()).toList();
    return written.stream()
        .skip(1)
        .filter(setting -> !setting.value().equals(written.get(0).value()))
        .map(setting -> Rule.SETTINGS_DISAGREE.at(
            setting.site(),
            url.constant(),
            member,
            setting.value(),
            written.get(0).value()));
  }
}
