package dev.switchboard.sandbox.message;

import dev.switchboard.sandbox.account.Account;
import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Applications;
import dev.switchboard.sandbox.account.Numbers;
import dev.switchboard.sandbox.account.PhoneNumber;
import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where webhooks about messages go (domain: messages webhooks; numbers, section 7). Used from the loop alone. */
final class MessageRoutes {
  private static final Duration ACCOUNT_CONNECT = Duration.ofSeconds(3);
  private static final Duration ACCOUNT_READ = Duration.ofSeconds(15);

  private final Account account;
  private final Applications applications;
  private final Numbers numbers;

  MessageRoutes(Account account, Applications applications, Numbers numbers) {
    this.account = account;
    this.applications = applications;
    this.numbers = numbers;
  }

  /**
   * Where a webhook goes.
   *
   * @param target nowhere where empty
   * @param application whose it is, if any's
   * @param old whether its body is of version 0.1
   */
  record Route(Optional<WebhookTarget> target, Optional<String> application, boolean old) {}

  /** The only number that takes messages. */
  String onlyReceiver() {
    List<String> linked = numbers.owned().stream()
        .filter(each -> application(each).isPresent())
        .map(PhoneNumber::msisdn)
        .toList();
    if (linked.size() == 1) {
      return linked.get(0);
    }
    throw new IllegalArgumentException(
        linked.isEmpty()
            ? "no number is linked to an application that takes messages"
            : "several numbers take messages; say which one: " + String.join(", ", linked));
  }

  /** Where a message to a number or name of the account goes. */
  Route inbound(String to) {
    Optional<PhoneNumber> number = numbers.find(to);
    Optional<Application> application = number.isPresent()
        ? application(number.get())
        : applications.all().stream().filter(app -> app.has("messages")).findFirst();
    Optional<WebhookTarget> target = application
        .flatMap(app -> app.webhook("messages", "inbound_url"))
        .or(() -> number
            .flatMap(each -> each.setting("moHttpUrl"))
            .map(url -> accountTarget("messages.inbound_url", URI.create(url))))
        .or(() -> account.inboundUrl().map(url -> accountTarget("messages.inbound_url", url)));
    return new Route(
        target,
        application.map(Application::id),
        application.map(MessageRoutes::isOld).orElse(false));
  }

  /** Where the statuses of a message go. */
  Route status(Optional<String> applicationId, Json message) {
    Optional<Application> sender = applicationId.flatMap(applications::find);
    Optional<WebhookTarget> target = message
        .text("webhook_url")
        .map(url -> accountTarget("messages.status_url", URI.create(url)))
        .or(() -> applicationId.isPresent()
            ? sender.flatMap(app -> app.webhook("messages", "status_url"))
            : account.statusUrl().map(url -> accountTarget("messages.status_url", url)));
    boolean old = message
        .text("webhook_version")
        .map("v0.1"::equals)
        .orElseGet(() -> sender.map(MessageRoutes::isOld).orElse(false));
    return new Route(target, applicationId, old);
  }

  private Optional<Application> application(PhoneNumber number) {
    return number
        .messagesApplication()
        .flatMap(applications::find)
        .filter(app -> app.has("messages"));
  }

  private static boolean isOld(Application application) {
    return application
        .capabilities()
        .get("messages")
        .text("version")
        .orElse("v1")
        .equals("v0.1");
  }

  private static WebhookTarget accountTarget(String kind, URI url) {
    return new WebhookTarget(kind, url, "POST", ACCOUNT_CONNECT, ACCOUNT_READ, true);
  }
}
