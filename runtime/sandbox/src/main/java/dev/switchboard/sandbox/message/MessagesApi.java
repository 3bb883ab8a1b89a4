package dev.switchboard.sandbox.message;

import dev.switchboard.sandbox.account.Account;
import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Tokens;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.web.Api;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.ApiResponse;
import dev.switchboard.sandbox.web.Problems;
import dev.switchboard.sandbox.web.Problems.Invalid;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Messages API, version 1: send, and change what was sent (domain: messages webhooks, section 6). */
public final class MessagesApi implements Api {
  private static final String PATH = "/v1/messages";
  private static final String INVALID = "https://developer.vonage.com/api-errors/messages#1020";
  private static final int LONGEST_REFERENCE = 100;

  private final Loop loop;
  private final Account account;
  private final Tokens tokens;
  private final Messages messages;

  /** The API over the account's messages. */
  public MessagesApi(Loop loop, Account account, Tokens tokens, Messages messages) {
    this.loop = loop;
    this.account = account;
    this.tokens = tokens;
    this.messages = messages;
  }

  @Override
  public boolean owns(String path) {
    return path.equals(PATH) || path.startsWith(PATH + "/");
  }

  @Override
  public ApiResponse serve(ApiRequest request) {
    Optional<Application> sender = sender(request);
    if (request.path().equals(PATH)) {
      if (!request.method().equals("POST")) {
        throw Problems.wrongVerb(request);
      }
      return send(sender, request.object(MessagesApi::malformed));
    }
    if (!request.method().equals("PATCH")) {
      throw Problems.wrongVerb(request);
    }
    if (sender.isEmpty()) {
      throw Problems.unauthorized();
    }
    return change(
        request.path().substring(PATH.length() + 1), request.object(MessagesApi::malformed));
  }

  private Optional<Application> sender(ApiRequest request) {
    if (request.basic().filter(account::accepts).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(tokens.require(request));
  }

  private ApiResponse send(Optional<Application> sender, Json message) {
    List<Invalid> wrong = new ArrayList<>();
    check(message, "", wrong);
    if (message.has("failover") && !message.get("failover").isArray()) {
      wrong.add(new Invalid("failover", "must be an array of messages"));
    }
    List<Json> items = message.get("failover").items();
    for (int i = 0; i < items.size(); i++) {
      check(items.get(i), "failover[" + i + "].", wrong);
    }
    if (!wrong.isEmpty()) {
      throw Problems.invalid(
          422, INVALID, "Invalid params", "The value of one or more parameters is invalid.", wrong);
    }
    Sent sent = loop.call(() -> messages.submit(sender, message));
    return ApiResponse.json(
        202,
        sent.workflow().isEmpty()
            ? Json.object("message_uuid", sent.uuid())
            : Json.object("message_uuid", sent.uuid(), "workflow_id", sent.workflow()));
  }

  private ApiResponse change(String uuid, Json change) {
    if (!loop.call(() -> messages.knows(uuid))) {
      throw Problems.notFound("Message", uuid);
    }
    String status = change.text("status").orElse("");
    if (!List.of("read", "revoked").contains(status)) {
      throw Problems.invalid(
          422,
          INVALID,
          "Invalid params",
          "The value of one or more parameters is invalid.",
          List.of(new Invalid("status", "must be one of: read, revoked")));
    }
    return ApiResponse.empty(200);
  }

  private static void check(Json message, String where, List<Invalid> wrong) {
    Optional<Channel> channel = message.text("channel").flatMap(Channel::of);
    if (channel.isEmpty()) {
      wrong.add(new Invalid(where + "channel", "must be one of: " + Channel.names()));
    }
    for (String end : List.of("to", "from")) {
      if (message.text(end).filter(text -> !text.isBlank()).isEmpty()) {
        wrong.add(new Invalid(where + end, "is required"));
      }
    }
    boolean phone = channel.map(Channel::phone).orElse(false);
    if (phone && message.text("to").filter(to -> !to.matches("\\+?[0-9]{7,15}")).isPresent()) {
      wrong.add(new Invalid(where + "to", "must be an E.164 number of 7 to 15 digits"));
    }
    checkContent(message, where, channel, wrong);
    if (message
        .text("client_ref")
        .filter(ref -> ref.length() > LONGEST_REFERENCE)
        .isPresent()) {
      wrong.add(new Invalid(
          where + "client_ref", "must not be longer than " + LONGEST_REFERENCE + " characters"));
    }
    if (message.text("webhook_url").filter(url -> !isUrl(url)).isPresent()) {
      wrong.add(new Invalid(where + "webhook_url", "must be a valid http or https URL"));
    }
  }

  private static void checkContent(
      Json message, String where, Optional<Channel> channel, List<Invalid> wrong) {
    String type = message.text("message_type").orElse("");
    if (type.isEmpty()) {
      wrong.add(new Invalid(where + "message_type", "is required"));
    } else if (channel.isPresent() && !channel.get().outbound().contains(type)) {
      wrong.add(new Invalid(
          where + "message_type",
          "must be one of: " + String.join(", ", channel.get().outbound())));
    } else if (!message.has(type)) {
      wrong.add(new Invalid(where + type, "is required"));
    } else if (type.equals("text")) {
      String text = message.text("text").orElse("");
      int longest = channel.map(Channel::longestText).orElse(Integer.MAX_VALUE);
      if (text.isEmpty() || text.length() > longest) {
        wrong.add(new Invalid(where + "text", "must have 1 to " + longest + " characters"));
      }
    } else if (List.of("image", "audio", "video", "file", "vcard", "sticker").contains(type)
        && message.get(type).text("url").isEmpty()
        && message.get(type).text("id").isEmpty()) {
      wrong.add(new Invalid(where + type + ".url", "is required"));
    }
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static RuntimeException malformed(String detail) {
    return Problems.of(422, INVALID, "Invalid params", detail);
  }
}
