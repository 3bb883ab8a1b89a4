package dev.switchboard.sandbox.message;

import dev.switchboard.sandbox.account.Account;
import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Applications;
import dev.switchboard.sandbox.account.Numbers;
import dev.switchboard.sandbox.delivery.Deliveries;
import dev.switchboard.sandbox.fault.Faults;
import dev.switchboard.sandbox.message.MessageRoutes.Route;
import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.store.Transcripts;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.transcript.Transcript;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Messages to and from people, with what the app is told of them. Used from the loop alone. */
public final class Messages {
  /** What the app can be told of a message that it sent. */
  public static final List<String> STATUSES =
      List.of("submitted", "delivered", "read", "rejected", "undeliverable");

  private final Loop loop;
  private final MessageLog log;
  private final MessageRoutes routes;
  private final MessageQueue queue;
  private final People people;
  private final SentMessages sent;
  private final Media media;
  private final Supplier<URI> host;

  /**
   * The messages that a store remembers; {@link #resume} goes on with them.
   *
   * @param host the address of the platform
   */
  public Messages(
      Loop loop,
      Store store,
      Transcripts transcripts,
      Account account,
      Applications applications,
      Numbers numbers,
      Deliveries deliveries,
      Faults faults,
      Media media,
      Supplier<URI> host) {
    this.loop = loop;
    this.host = host;
    this.media = media;
    this.log = new MessageLog(store);
    this.routes = new MessageRoutes(account, applications, numbers);
    this.queue = new MessageQueue(loop, deliveries);
    this.people = new People(store, transcripts);
    this.sent = new SentMessages(loop, faults, log, routes, queue, people);
  }

  /** Goes on with what the process before this one did not finish. */
  public void resume() {
    for (Json left : log.inboundLeft()) {
      Json message = left.get("message");
      String person = person(message.required("channel"), message.required("from"));
      deliverInbound(people.log(person), routes.inbound(message.required("to")), message);
    }
    for (Json left : log.statusesLeft()) {
      Deque<String> statuses = new ArrayDeque<>();
      left.get("left").items().forEach(status -> status.text().ifPresent(statuses::add));
      sent.sendStatuses(Sent.of(left), statuses);
    }
  }

  /** Keeps what has changed. */
  public void save() {
    people.save();
  }

  /** Whether it is a message that went out or came in. */
  boolean knows(String uuid) {
    return log.knows(uuid);
  }

  /**
   * Whoever writes or reads under that name on a channel.
   *
   * @throws IllegalArgumentException when there is no such channel
   */
  public String person(String channel, String name) {
    return people.meet(channel, name);
  }

  /**
   * Messages to a person fail from now on.
   *
   * @param code the platform's error code, such as 1340; empty to let them arrive again
   */
  public void refuse(String person, String code) {
    people.refuse(person, code);
  }

  /** Everybody that wrote or was written to, oldest first, named {@code channel:person}. */
  public List<String> people() {
    return people.all();
  }

  /** What happened with a person. */
  public Transcript transcript(String person) {
    return people.log(person).snapshot();
  }

  /** Whether nothing is on its way to the app about a person. */
  public boolean isQuiet(String person) {
    return people.log(person).isQuiet();
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
    String receiver = to.isEmpty() ? routes.onlyReceiver() : to;
    String uuid = UUID.randomUUID().toString();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("channel", channel);
    fields.put("message_uuid", uuid);
    fields.put("to", receiver);
    fields.put("from", person.substring(colon + 1));
    fields.put("timestamp", timestamp(loop));
    Extras.inbound(channel, content, fields);
    fields.putAll(content.members());
    if (channel.equals("whatsapp")) {
      Extras.whatsApp(host.get(), fields);
    }
    Json message = Json.of(fields);
    TranscriptLog writer = people.log(person);
    writer.did("", "writes \"" + summary(content) + "\"");
    Route route = routes.inbound(receiver);
    log.add(uuid);
    if (route.target().isEmpty()) {
      writer.note("nobody takes messages to " + receiver);
      return uuid;
    }
    log.inbound(uuid, person, message);
    deliverInbound(writer, route, message);
    return uuid;
  }

  /**
   * A person sends a file, which the platform keeps for the receiver.
   *
   * @param type of the message: {@code image}, {@code audio}, {@code video}, {@code file} or {@code vcard}
   * @param mediaType of the file
   * @return the message's id
   */
  public String receiveFile(
      String person, String to, String type, String name, String mediaType, byte[] bytes) {
    String receiver = to.isEmpty() ? routes.onlyReceiver() : to;
    String application = routes.inbound(receiver).application().orElse("");
    String url = media.keep(application, mediaType, bytes);
    return receive(
        person,
        receiver,
        Json.object("message_type", type, type, Json.object("url", url, "name", name)));
  }

  private void deliverInbound(TranscriptLog writer, Route route, Json message) {
    if (route.target().isEmpty()) {
      // The application is gone since the message came.
      log.inboundDone(message.required("message_uuid"));
      return;
    }
    Json payload = route.old() ? OldFormat.inbound(message) : message;
    queue.deliver(writer, route, "message", payload, () -> {
      log.inboundDone(message.required("message_uuid"));
      log.commit();
    });
  }

  /**
   * Takes a message that the app sends, checked before, and lets its statuses follow.
   *
   * @param sender the application whose token was shown; empty when it was the account's key
   * @return the message's id, and that of its workflow where it has one
   */
  Sent submit(Optional<Application> sender, Json message) {
    return sent.send(Sent.first(sender.map(Application::id), message));
  }

  /**
   * Tells the app one more status of a message that it sent.
   *
   * @param status one of {@link #STATUSES}
   * @param code the platform's error code, for {@code rejected} and {@code undeliverable}
   * @throws IllegalArgumentException for another status, for a message that the app did not send or that is too long ago, and
   *     where no application takes its statuses or its channel does not tell what was read
   */
  public void push(String uuid, String status, String code) {
    sent.push(uuid, status, code);
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

  static String timestamp(Loop loop) {
    return loop.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
