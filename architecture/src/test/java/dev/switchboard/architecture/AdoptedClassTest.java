package dev.switchboard.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.reader.ManifestReader;
import dev.switchboard.provisioning.Account;
import dev.switchboard.provisioning.Adopter;
import dev.switchboard.provisioning.Adoption;
import dev.switchboard.provisioning.Bindings;
import dev.switchboard.provisioning.Deployment;
import dev.switchboard.provisioning.Plan;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever application is adopted: the class to paste compiles with our processor, and the plan of what was compiled is
 * empty, and it can be exported. Here, because only here provisioning and the processor meet.
 */
class AdoptedClassTest {
  private static final String ID = "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab";
  private static final String CLASS = "com.acme.Adopted";

  @TempDir
  Path folder;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Json application = Json.object();
  private volatile Json numbers = Json.object("count", 0, "numbers", Json.array(List.of()));
  private final ExportedDocuments exported = new ExportedDocuments();
  private HttpServer server;
  private int count;

  @BeforeEach
  void serveOneApplication() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      String path = exchange.getRequestURI().getPath();
      requests.add(exchange.getRequestMethod() + " " + path);
      String body = (path.startsWith("/v2/applications/") ? application : numbers).write();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void everyApplicationOfTheCorpus() throws IOException {
    Path corpus = Path.of(System.getProperty("switchboard.corpus", "")).resolve("applications");
    if (!Files.isDirectory(corpus)) {
      assertThat(Boolean.getBoolean("switchboard.corpus.required"))
          .as("the corpus is required and absent")
          .isFalse();
      System.out.println("no corpus beside this checkout: no application of others is adopted");
      assumeTrue(false, "no corpus");
    }
    List<Json> applications = new ArrayList<>();
    try (Stream<Path> files = Files.list(corpus).sorted()) {
      files.forEach(file -> collect(file, applications));
    }
    assertThat(applications).hasSizeGreaterThan(60);
    int leaves = 0;
    int unmanaged = 0;
    for (Json one : applications) {
      Adoption adoption = adopted(one.with("id", ID));
      leaves += leaves(one);
      unmanaged += adoption.unmanaged().size();
    }
    System.out.println(
        applications.size() + " applications of the corpus adopted, compiled and planned: " + leaves
            + " values, " + unmanaged + " lines of what stays unmanaged");
    exported.validateTerraform(folder.resolve("terraform"));
    System.out.println(exported.size() + " exported documents were valid");
  }

  @Test
  void everythingThatAnnotationsCanSay() throws IOException {
    application = Json.parse("""
        {"id": "%s", "name": "Pizza \\"Line\\" ${x} \\u00e9\\n",
         "keys": {"public_key": "-----BEGIN PUBLIC KEY-----"},
         "privacy": {"improve_ai": true},
         "capabilities": {
           "voice": {"webhooks": {
               "answer_url": {"address": "https://pizza.example:8443/calls/answer", "http_method": "POST",
                              "connect_timeout": 500, "socket_timeout": 3000},
               "fallback_answer_url": {"address": "https://pizza.example:8443/webhooks/fallback-answer"},
               "event_url": {"address": "https://pizza.example:8443/calls/event", "http_method": "GET"}},
             "signed_callbacks": false, "region": "apac-sng", "conversations_ttl": 0, "leg_persistence_time": 31},
           "messages": {"webhooks": {
               "inbound_url": {"address": "https://pizza.example:8443/webhooks/inbound", "http_method": "POST"},
               "status_url": {"address": "https://pizza.example:8443/webhooks/status", "http_method": "POST"}},
             "version": "v0.1", "authenticate_inbound_media": true},
           "rtc": {"webhooks": {"event_url": {"address": "https://pizza.example:8443/rtc"}}},
           "vbc": {},
           "verify": {"webhooks": {"status_url": {"address": "https://pizza.example:8443/verified"}}},
           "network_apis": {"redirect_uri": "https://pizza.example/consent", "network_application_id": "n-1"},
           "video": {"webhooks": {
               "archive_status": {"address": "https://pizza.example:8443/archive", "secret": "s3cr3t", "active": true},
               "stream_created": {"address": "https://pizza.example:8443/streams", "active": false}},
             "storage": {"cloud_storage": true, "credential_type": "aws", "credential": "c-1"}}}}
        """.formatted(ID));
    numbers = Json.parse("""
        {"count": 2, "numbers": [
          {"country": "GB", "msisdn": "447700900123", "app_id": "%s"},
          {"country": "US", "msisdn": "12345", "app_id": "%s"}]}
        """.formatted(ID, ID));

    Adoption adoption = adopted(application);

    assertThat(adoption.source())
        .contains(
            "@SwitchboardApp(name = \"${application-name}\", improveAi = true, numbers = {\"number-1\"})",
            "@VoiceApp(signedCallbacks = false, region = Region.APAC_SNG, conversationsTtl = 0, legPersistenceTime = 31)",
            "@AnswerUrl(value = \"/calls/answer\", method = HttpMethod.POST, connectTimeout = 500, socketTimeout = 3000)",
            "@FallbackAnswerUrl\n",
            "@NetworkApp(redirectUri = \"https://pizza.example/consent\", networkApplicationId = \"n-1\")",
            "@VideoUrl(value = VideoKind.ARCHIVE_STATUS, path = \"/archive\")")
        .doesNotContain("s3cr3t", "c-1");
    assertThat(adoption.environmentYaml())
        .contains(
            "baseUrl: https://pizza.example:8443\n",
            "application-name: \"Pizza \\\"Line\\\" $${x} é\\n\"",
            "number-1: \"447700900123\"");
    assertThat(adoption.unmanaged())
        .containsExactlyInAnyOrder(
            "capabilities.video.webhooks.archive_status.secret: a secret stays where it is; secret = \"${name}\" on the"
                + " method takes it over",
            "capabilities.video.webhooks.stream_created: it is switched off, and a method would switch it on",
            "capabilities.video.storage.credential: a secret stays where it is; credential = \"${name}\" on @VideoApp takes"
                + " it over",
            "numbers: 1 more lead to it; link them by name where the class should own them");
    exported.validateTerraform(folder.resolve("terraform"));
  }

  private static void collect(Path file, List<Json> applications) {
    try {
      Json tree = Json.parse(Files.readString(file));
      boolean page = tree.get("_embedded").get("applications").isArray();
      for (Json one : page ? tree.get("_embedded").get("applications").items() : List.of(tree)) {
        if (one.isObject() && (one.has("name") || one.has("id") || one.has("capabilities"))) {
          applications.add(one);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int leaves(Json value) {
    return value.isObject()
        ? value.names().stream().mapToInt(name -> leaves(value.get(name))).sum()
        : 1;
  }

  /** Adopts, compiles and plans; the platform sees nothing but reads. */
  private Adoption adopted(Json remote) throws IOException {
    application = remote;
    requests.clear();
    Path place = Files.createDirectories(folder.resolve(Integer.toString(count++)));
    FileStateStore state = new FileStateStore(place.resolve("state.json"));
    FileKeyStore keys = new FileKeyStore(place.resolve("keys"));
    Account account = Account.of("key", "secret")
        .at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    Adoption adoption = Adopter.of(account).state(state).keys(keys).build().byId(ID, CLASS);
    adoption.record();

    Manifest manifest = compiled(adoption.source(), place);
    Map<String, String> values = new LinkedHashMap<>();
    manifest.values().forEach(name -> values.put(name, adoption.name()));
    Bindings bindings = new Bindings(
        adoption.baseUrl().orElse(URI.create("https://nowhere.example")),
        values,
        adoption.numbers());
    exported.add(manifest, bindings);
    Plan plan = Deployment.of(manifest)
        .bindings(bindings)
        .account(account)
        .state(state)
        .keys(keys)
        .build()
        .plan();

    assertThat(plan.isEmpty()).as(plan + "\n" + adoption.source()).isTrue();
    assertThat(plan.changes()).isEmpty();
    assertThat(requests).isNotEmpty().allMatch(request -> request.startsWith("GET "));
    return adoption;
  }

  private static Manifest compiled(String source, Path place) throws IOException {
    Path file = place.resolve("Adopted.java");
    Files.writeString(file, source);
    Path classes = Files.createDirectories(place.resolve("classes"));
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean done = compiler
          .getTask(said, files, null, options(classes), null, files.getJavaFileObjects(file))
          .call();
      assertThat(done).as(said + "\n" + source).isTrue();
    }
    return ManifestReader.read(Files.readString(classes.resolve(Manifest.resourceName(CLASS))));
  }

  /** From JDK 23 on, processors of the class path run only when asked for. */
  private static List<String> options(Path classes) {
    List<String> options = new ArrayList<>(List.of("-encoding", "UTF-8", "-d", classes.toString()));
    if (Runtime.version().feature() >= 21) {
      options.add("-proc:full");
    }
    return options;
  }
}
