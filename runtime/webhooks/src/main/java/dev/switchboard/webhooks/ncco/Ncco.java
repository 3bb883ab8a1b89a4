package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import dev.switchboard.webhooks.Payload;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.audio.AudioStart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Call instructions: immutable and free of any host. Import its methods statically to write them down; what can be
 * written down is never empty. {@code wait} and {@code notify} are called {@link #waitFor} and {@link #notifyAt}, because
 * Object's methods of those names hide static imports everywhere.
 *
 * <p>Builders refuse numbers outside the platform's ranges with an {@link IllegalArgumentException} that names option
 * and range, and options that exclude each other replace each other. What came from elsewhere is read with {@link #parse},
 * which keeps whatever it finds; {@link #check} tells what the platform would make of it.
 *
 * <p>An NCCO that is the same for every call can be a constant: its text is made once for each base URL in use.
 */
public final class Ncco {
  private final List<Action> actions;

  /** What was read where that is no array; else null. */
  private final @Nullable Json noArray;

  // All are made from what is above; racing threads may do so twice and get equal values.
  private volatile @Nullable Written written;
  private volatile boolean writtenBefore;
  private volatile @Nullable List<Finding> findings;

  private Ncco(List<Action> actions, @Nullable Json noArray) {
    this.actions = actions;
    this.noArray = noArray;
  }

  /** One action after the other. */
  public static Ncco of(Step first, Step... more) {
    List<Action> all = new ArrayList<>(1 + more.length);
    add(first, all);
    for (Step step : more) {
      add(step, all);
    }
    return new Ncco(Collections.unmodifiableList(all), null);
  }

  private static void add(Step step, List<Action> all) {
    if (step instanceof Action action) {
      all.add(action);
    } else {
      all.addAll(step.actions());
    }
  }

  /**
   * Reads any NCCO, right or wrong.
   *
   * @throws JsonException where it is not JSON
   */
  public static Ncco parse(String text) {
    return read(Json.parse(text));
  }

  /**
   * Reads any NCCO, right or wrong.
   *
   * @param utf8 JSON text in UTF-8
   * @throws JsonException where it is not JSON
   */
  public static Ncco parse(byte[] utf8) {
    return read(Json.parse(utf8));
  }

  /** Takes any JSON for an NCCO, right or wrong. */
  public static Ncco read(Json json) {
    return json.isArray()
        ? new Ncco(json.items().stream().map(Action::read).toList(), null)
        : new Ncco(List.of(), json);
  }

  /**
   * Speaks a text.
   *
   * @param text 1 to 1500 characters, or SSML within {@code <speak>}, whose tags do not count
   */
  public static TalkAction talk(String text) {
    Range.TALK_TEXT.checked(Ssml.spokenLength(text));
    return new TalkAction(Json.object("action", "talk", "text", text));
  }

  /** Speaks a text with marks. */
  public static TalkAction talk(Ssml ssml) {
    return talk(ssml.write());
  }

  /** Speech with marks: {@code talk(ssml().text(name).pause(Duration.ofSeconds(1)))}. */
  public static Ssml ssml() {
    return Ssml.empty();
  }

  /**
   * Plays a file.
   *
   * @param url MP3, or WAV of 16 bits: a path below the base URL or a whole http or https URL
   */
  public static StreamAction stream(String url) {
    return new StreamAction(
        Json.object("action", "stream", "streamUrl", List.of(Options.file("streamUrl", url))));
  }

  /** Listens; say to what: {@code input().digits(1)}, {@code input().speech(speech())}. */
  public static InputAction.Start input() {
    return new InputAction.Start();
  }

  /** How to listen to keys. */
  public static Dtmf dtmf() {
    return new Dtmf(Json.object());
  }

  /** How to listen to speech. */
  public static Speech speech() {
    return new Speech(Json.object());
  }

  /** Records. */
  public static RecordAction record() {
    return new RecordAction(Json.object("action", "record"));
  }

  /** How to put a recording into writing. */
  public static Transcription transcription() {
    return new Transcription(Json.object());
  }

  /**
   * Joins a conference.
   *
   * @param name within the application; not blank
   */
  public static ConversationAction conversation(String name) {
    return new ConversationAction(
        Json.object("action", "conversation", "name", Options.present("conversation.name", name)));
  }

  /** Adds a leg. */
  public static ConnectAction connect(Endpoint endpoint) {
    return new ConnectAction(
        Json.object("action", "connect", "endpoint", List.of(endpoint.json())));
  }

  /**
   * A telephone.
   *
   * @param number E.164 without a plus: 7 to 15 digits
   */
  public static Endpoint phone(String number) {
    return new PhoneEndpoint(Json.object("type", "phone", "number", number));
  }

  /** A telephone for which something is done when it answers: {@code phone("447700900000", whenAnswered().press("p12"))}. */
  public static Endpoint phone(String number, WhenAnswered then) {
    Json json = phone(number).json();
    for (String option : then.json().names()) {
      json = json.with(option, then.json().get(option));
    }
    return new PhoneEndpoint(json);
  }

  /** What to do when a telephone answers. */
  public static WhenAnswered whenAnswered() {
    return new WhenAnswered(Json.object());
  }

  /**
   * A user who is signed in to an app of yours.
   *
   * @param user name of the user; not blank
   */
  public static AppEndpoint app(String user) {
    return new AppEndpoint(
        Json.object("type", "app", "user", Options.present("endpoint.user", user)));
  }

  /**
   * A server that gets the sound and sends some, at 16 kHz unless told otherwise.
   *
   * @param uri a whole ws or wss URI, or a path below the base URL
   */
  public static WebsocketEndpoint websocket(String uri) {
    if (!Options.isPath(uri) && !Options.hasScheme(uri, "ws") && !Options.hasScheme(uri, "wss")) {
      throw new IllegalArgumentException(
          "endpoint.uri is a path such as /sound or a ws or wss URI, not \"" + uri + "\".");
    }
    return new WebsocketEndpoint(Json.object(
        "type",
        "websocket",
        "uri",
        uri,
        "content-type",
        WebsocketEndpoint.Rate.HZ_16000.contentType()));
  }

  /**
   * The app itself, which gets the sound at 16 kHz unless told otherwise. Where the app checks signatures, the platform is told to send its
   * token.
   *
   * @param route of a {@code @WebSocketUrl} method
   */
  public static WebsocketEndpoint websocket(Route<AudioStart> route) {
    WebsocketEndpoint endpoint = websocket(route.target());
    return route.signed() ? endpoint.authorizedByVonage() : endpoint;
  }

  /**
   * A SIP address.
   *
   * @param uri {@code sip:} or {@code sips:}, with parameters such as {@code ;transport=tls;media=srtp} where needed
   */
  public static SipEndpoint sip(String uri) {
    if (!Options.hasScheme(uri, "sip") && !Options.hasScheme(uri, "sips")) {
      throw new IllegalArgumentException("endpoint.uri is a sip or sips URI, not \"" + uri + "\".");
    }
    return new SipEndpoint(Json.object("type", "sip", "uri", uri));
  }

  /**
   * A SIP trunk.
   *
   * @param domain of the trunk; not blank
   */
  public static SipEndpoint sipTrunk(String domain) {
    return new SipEndpoint(
        Json.object("type", "sip", "domain", Options.present("endpoint.domain", domain)));
  }

  /** A user of a SIP trunk; neither is blank. */
  public static SipEndpoint sipTrunk(String domain, String user) {
    return sipTrunk(domain).with("user", Options.present("endpoint.user", user));
  }

  /**
   * An extension of Vonage Business Communications.
   *
   * @param extension not blank
   */
  public static VbcEndpoint vbc(String extension) {
    return new VbcEndpoint(
        Json.object("type", "vbc", "extension", Options.present("endpoint.extension", extension)));
  }

  /** How to find out whether a machine answered, and what to do then. */
  public static AdvancedMachineDetection advancedMachineDetection(MachineBehavior behavior) {
    return new AdvancedMachineDetection(Json.object("behavior", behavior.wireName()));
  }

  /**
   * Pauses: the action {@code wait}.
   *
   * @param time 0.1 to 7200 s. The platform would take the nearest of these for anything else; here it is refused, so
   *     that what is written is what happens
   */
  public static WaitAction waitFor(Duration time) {
    return new WaitAction(
        Json.object("action", "wait", "timeout", Range.WAIT_TIMEOUT.checked(time)));
  }

  /**
   * Calls a URL of the app: the action {@code notify}.
   *
   * @param payload what is sent there; values are what {@link Json#of} takes
   */
  public static NotifyAction notifyAt(Route<? extends Payload> route, Map<String, ?> payload) {
    return new NotifyAction(
        Options.report(Json.object("action", "notify", "payload", new TreeMap<>(payload)), route));
  }

  /**
   * Moves all legs to another conversation: the action {@code transfer}. Nothing after it runs.
   *
   * @param conversationId {@code CON-} and a UUID; not blank
   */
  public static TransferAction transfer(String conversationId) {
    return new TransferAction(Json.object(
        "action",
        "transfer",
        "conversationId",
        Options.present("transfer.conversationId", conversationId)));
  }

  /** The actions in order; none where something else than an NCCO was read. */
  public List<Action> actions() {
    return actions;
  }

  /** All of it, with relative URLs where it was built here. */
  public Json json() {
    Json other = noArray;
    if (other != null) {
      return other;
    }
    List<Json> all = new ArrayList<>(actions.size());
    for (Action action : actions) {
      all.add(action.json());
    }
    return Json.array(all);
  }

  /** What the platform would refuse, ignore or do otherwise; see {@link NccoChecker}. Empty where all is well. */
  public List<Finding> check() {
    List<Finding> known = findings;
    if (known == null) {
      known = NccoChecker.check(json());
      findings = known;
    }
    return known;
  }

  /**
   * As it goes over the wire: every path made absolute. Kept for the base URL it was last made for.
   *
   * @param baseUrl where the platform reaches the app; a slash at its end makes no difference
   * @throws IllegalArgumentException where it is neither http nor https
   */
  public String write(URI baseUrl) {
    return written(baseUrl).text();
  }

  /**
   * As it goes over the wire, in UTF-8; see {@link #write}. Kept from the second time on: an answer that is made for one call is written
   * once, and what is written again is a constant.
   *
   * @return a copy of its own
   */
  public byte[] writeBytes(URI baseUrl) {
    if (!writtenBefore) {
      writtenBefore = true;
      return bytes(baseUrl);
    }
    return written(baseUrl).bytes.clone();
  }

  private byte[] bytes(URI baseUrl) {
    return new AbsoluteUrls(baseUrl).in(json()).writeBytes();
  }

  private Written written(URI baseUrl) {
    Written known = written;
    if (known == null || !known.baseUrl.equals(baseUrl)) {
      known = new Written(baseUrl, bytes(baseUrl));
      written = known;
    }
    return known;
  }

  /** Equal actions in the same order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Ncco ncco && json().equals(ncco.json()));
  }

  @Override
  public int hashCode() {
    return json().hashCode();
  }

  /** Names of the actions only, so that a log shows no text and no number. */
  @Override
  public String toString() {
    return actions.stream()
        .flatMap(action -> Stream.of(action.json().text("action").orElse("?")))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The text for a base URL; only copies of the bytes leave this class. */
  private static final class Written {
    private final URI baseUrl;
    private final byte[] bytes;

    /** Made when somebody asks: an answer is its bytes. */
    private volatile @Nullable String text;

    Written(URI baseUrl, byte[] bytes) {
      this.baseUrl = baseUrl;
      this.bytes = bytes;
    }

    String text() {
      String known = text;
      if (known == null) {
        known = new String(bytes, StandardCharsets.UTF_8);
        text = known;
      }
      return known;
    }
  }
}
