package dev.switchboard.sandbox.message;

import dev.switchboard.sandbox.account.Account;
import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Applications;
import dev.switchboard.sandbox.account.Numbers;
import dev.switchboard.sandbox.account.PhoneNumber;
import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.sandbox.delivery.Deliveries;
import dev.switchboard.sandbox.delivery.Outgoing;
import dev.switchboard.sandbox.fault.Faults;
import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.sandbox.transcript.Transcript;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Messages to and from people. Each has a queue of its own, tried for 24 hours. Used from the loop alone. */
public final class Messages {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final Duration GIVE_UP = Duration.ofHours(24);
  private static final int REMEMBERED = 1_000;

  private final Loop loop;
  private final Account account;
  private final Applications applications;
  private final Numbers numbers;
  private final Deliveries deliveries;
  private final Faults faults;
  private final MessageLog log;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, String> refusals = new LinkedHashMap<>();

  /** The messages that a store remembers; {@link #resume} goes on with them. */
  public Messages(
      Loop loop,
      Store store,
      Account account,
      Applications applications,
      Numbers numbers,
      Deliveries deliveries,
      Faults faults) {
    this.loop = loop;
    this.account = account;
    this.applications = applications;
    this.numbers = numbers;
    this.deliveries = deliveries;
    this.faults = faults;
    this.log = new MessageLog(store);
  }

  /** Goes on with what the process before this one did not finish. */
  public void resume() {
    for (Json left : log.inboundLeft()) {
      Json message = left.get("message");
      String person = person(message.required("channel"), message.required("from"));
      deliverInbound(find(person), inboundRoute(message.required("to")), message);
    }
    for (Json left : log.statusesLeft()) {
      Json message = left.get("message");
      Optional<String> application = left.text("application_id");
      Person reader = find(person(message.required("channel"), message.required("to")));
      Route route = statusRoute(application, message);
      Deque<String> statuses = new ArrayDeque<>();
      left.get("left").items().forEach(status -> status.text().ifPresent(statuses::add));
      if (route.target.isPresent()) {
        sendStatuses(
            reader, route, left.required("message_uuid"), message, statuses, left.text("refused"));
      }
    }
  }

  /** Whether it is a message that went out or came in. */
  boolean knows(String uuid) {
    return log.knows(uuid);
  }

  /** Whoever writes or reads under that name on a channel. */
  public String person(String channel, String name) {
    Channel known = Channel.of(channel)
        .orElseThrow(() ->
            new IllegalArgumentException("\"" + channel + "\" is no channel: " + Channel.names()));
    String key = known.name() + ":" + name;
    people.computeIfAbsent(
        key, created -> new Person(new TranscriptLog(channel + " with " + name, loop.clock())));
    if (people.size() > REMEMBERED) {
      people.values().stream()
          .filter(each -> each.log.isQuiet())
          .findFirst()
          .ifPresent(oldest -> people.values().remove(oldest));
    }
    return key;
  }

  /**
   * Messages to a person fail from now on.
   *
   * @param code the platform's error code, such as 1340; empty to let them arrive again
   */
  public void refuse(String person, String code) {
    if (code.isEmpty()) {
      refusals.remove(person);
    } else {
      refusals.put(person, code);
    }
  }

  /** Everybody that wrote or was written to, oldest first, named {@code channel:person}. */
  public List<String> people() {
    return List.copyOf(people.keySet());
  }

  /** What happened with a person. */
  public Transcript transcript(String person) {
    return find(person).log.snapshot();
  }

  /** Whether nothing is on its way to the app about a person. */
  public boolean isQuiet(String person) {
    return find(person).log.isQuiet();
  }

  /**
   * A person writes.
   *
   * @param person as {@link #person} named it
   * @param to the account's number or name; empty for the only one that takes messages
   * @param content message_type and the type's object
   * @return the message's id
   */
  public String receive(String person, String to, Json content) {
    int colon = person.indexOf(':');
    String channel = person.substring(0, colon);
    String from = person.substring(colon + 1);
    String receiver = to.isEmpty() ? onlyReceiver() : to;
    String uuid = UUID.randomUUID().toString();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("channel", channel);
    fields.put("message_uuid", uuid);
    fields.put("to", receiver);
    fields.put("from", from);
    fields.put("timestamp", timestamp());
    if (channel.equals("whatsapp")) {
      fields.put("context_status", "none");
      fields.put("profile", Json.object("name", "Sandbox"));
    }
    fields.putAll(content.members());
    if (channel.equals("sms")) {
      String text = content.text("text").orElse("");
      String word = text.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
      fields.put(
          "sms",
          Json.object("num_messages", Integer.toString(text.length() / 160 + 1), "keyword", word));
      fields.put("usage", Json.object("currency", "EUR", "price", "0.0057"));
    }
    Person writer = find(person);
    writer.log.did("", "writes \"" + summary(content) + "\"");
    Route route = inboundRoute(receiver);
    log.add(uuid);
    if (route.target.isEmpty()) {
      log.commit();
      writer.log.note("nobody takes messages to " + receiver);
      return uuid;
    }
    log.inbound(uuid, person, Json.of(fields));
    log.commit();
    deliverInbound(writer, route, Json.of(fields));
    return uuid;
  }

  private void deliverInbound(Person writer, Route route, Json message) {
    if (route.target.isEmpty()) {
      // The application is gone since the message came.
      log.inboundDone(message.required("message_uuid"));
      return;
    }
    Json payload = route.old ? OldFormat.inbound(message) : message;
    deliver(writer, route, "message", payload, () -> {
      log.inboundDone(message.required("message_uuid"));
      log.commit();
    });
  }

  private String onlyReceiver() {
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

  private Optional<Application> application(PhoneNumber number) {
    return number
        .messagesApplication()
        .flatMap(applications::find)
        .filter(app -> app.has("messages"));
  }

  private Route inboundRoute(String to) {
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
        application.map(Messages::isOld).orElse(false));
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
    return new WebhookTarget(
        kind, url, "POST", Duration.ofSeconds(3), Duration.ofSeconds(15), true);
  }

  /**
   * Takes a message that the app sends, checked before, and lets its statuses follow.
   *
   * @param sender the application whose token was shown; empty when it was the account's key
   * @return the message's id
   */
  String submit(Optional<Application> sender, Json message) {
    String uuid = UUID.randomUUID().toString();
    String channel = message.required("channel");
    String personKey = person(channel, message.required("to"));
    Person reader = find(personKey);
    reader.log.add(new Step.Got(loop.now(), summary(message), message));
    Route route = statusRoute(sender.map(Application::id), message);
    log.add(uuid);
    Optional<String> refused = Optional.ofNullable(refusals.get(personKey));
    List<String> statuses =
        new ArrayList<>(List.of("submitted", refused.isPresent() ? "undeliverable" : "delivered"));
    if (refused.isEmpty() && Channel.of(channel).map(Channel::reads).orElse(false)) {
      statuses.add("read");
    }
    if (faults.reorders("messages.status_url")) {
      statuses.add(1, statuses.remove(0));
    }
    if (route.target.isPresent()) {
      sendStatuses(reader, route, uuid, message, new ArrayDeque<>(statuses), refused);
    }
    log.commit();
    return uuid;
  }

  private Route statusRoute(Optional<String> applicationId, Json message) {
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
        .orElseGet(() -> sender.map(Messages::isOld).orElse(false));
    return new Route(target, applicationId, old);
  }

  private void sendStatuses(
      Person reader,
      Route route,
      String uuid,
      Json message,
      Deque<String> left,
      Optional<String> refused) {
    log.statuses(uuid, route.application, message, left, refused);
    log.commit();
    String status = left.poll();
    if (status == null) {
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message_uuid", uuid);
    fields.put("to", message.required("to"));
    fields.put("from", message.required("from"));
    fields.put("timestamp", timestamp());
    fields.put("status", status);
    if (status.equals("undeliverable")) {
      String code = refused.orElse("1330");
      fields.put(
          "error",
          Json.object(
              "type",
              "https://developer.vonage.com/api-errors/messages#" + code,
              "title",
              code,
              "detail",
              "The sandbox was told to refuse messages to this person.",
              "instance",
              UUID.randomUUID().toString().replace("-", "")));
    } else {
      fields.put("usage", Json.object("currency", "EUR", "price", "0.0333"));
    }
    message.text("client_ref").ifPresent(ref -> fields.put("client_ref", ref));
    fields.put("channel", message.required("channel"));
    Json payload = route.old ? OldFormat.status(Json.of(fields)) : Json.of(fields);
    deliver(
        reader,
        route,
        status,
        payload,
        () -> sendStatuses(reader, route, uuid, message, left, refused));
  }

  /** Tries until it succeeds, is refused for good, or a day is over. */
  private void deliver(Person person, Route route, String about, Json payload, Runnable then) {
    Deliveries.Delivery delivery = deliveries.of(
        new Outgoing(route.target.orElseThrow(), route.application, about, payload), person.log);
    person.log.expected();
    attempt(person, delivery, FIRST_PAUSE, loop.now().plus(GIVE_UP), () -> {
      // First what follows, so that the conversation is not quiet in between.
      then.run();
      person.log.finished();
    });
  }

  private void attempt(
      Person person, Deliveries.Delivery delivery, Duration pause, Instant end, Runnable then) {
    delivery.attempt(answer -> List.of(), answer -> {
      if (!answer.isRetriedByMessages()) {
        then.run();
      } else if (loop.now().plus(pause).isAfter(end)) {
        person.log.note("given up after " + delivery.attempts() + " attempts in 24 hours");
        then.run();
      } else {
        // What waits for its next attempt is not under way: a test need not sit out the pauses.
        person.log.finished();
        Duration doubled = pause.multipliedBy(2);
        Duration next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        loop.after(pause, () -> {
          person.log.expected();
          attempt(person, delivery, next, end, then);
        });
      }
    });
  }

  /** What a message says, in one line. */
  static String summary(Json message) {
    String type = message.text("message_type").orElse("text");
    Json content = message.get(type);
    return message
        .text("text")
        .or(() -> content.text("url"))
        .or(() -> content.text("title"))
        .orElse(type);
  }

  private String timestamp() {
    return loop.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private Person find(String person) {
    Person found = people.get(person);
    if (found == null) {
      throw new IllegalArgumentException("nothing was ever written with " + person);
    }
    return found;
  }

  private record Person(TranscriptLog log) {}

  private record Route(Optional<WebhookTarget> target, Optional<String> application, boolean old) {}
}
