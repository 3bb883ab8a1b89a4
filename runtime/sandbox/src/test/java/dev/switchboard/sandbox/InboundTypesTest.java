package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.messages.InboundMessage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A message of every type on every channel arrives as it was written (domain: messages webhooks, section 3.1). */
class InboundTypesTest {
  private static final String NUMBER = "447700900123";
  private static final List<String> CHANNELS =
      List.of("sms", "mms", "rcs", "whatsapp", "messenger", "viber_service");
  private static final List<String> CONTENTS = List.of(
      "{'message_type':'text','text':'Hello'}",
      "{'message_type':'image','image':{'url':'http://x/a.png','caption':'A'}}",
      "{'message_type':'audio','audio':{'url':'http://x/a.mp3'}}",
      "{'message_type':'video','video':{'url':'http://x/a.mp4'}}",
      "{'message_type':'file','file':{'url':'http://x/a.pdf','name':'a.pdf'}}",
      "{'message_type':'vcard','vcard':{'url':'http://x/a.vcf'}}",
      "{'message_type':'location','location':{'lat':51.5,'long':-0.1}}",
      "{'message_type':'reply','reply':{'id':'1','title':'Yes'}}",
      "{'message_type':'button','button':{'payload':'yes','text':'Yes'}}",
      "{'message_type':'order','order':{'catalog_id':'1','product_items':[]}}",
      "{'message_type':'sticker','sticker':{'url':'http://x/a.webp'}}",
      "{'message_type':'reaction','reaction':{'action':'react','emoji':'x'}}",
      "{'message_type':'contacts','contacts':[{'name':{'formatted_name':'Ann'}}]}",
      "{'message_type':'content','content':[{'type':'image','url':'http://x/a.png'}]}",
      "{'message_type':'unsupported'}");

  private static Sandbox sandbox;
  private static TestApp app;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(SandboxSettings.defaults().virtualTime());
    app = new TestApp();
    app.register(sandbox, NUMBER);
  }

  @AfterAll
  static void close() {
    app.close();
    sandbox.close();
  }

  static Stream<Arguments> messages() {
    return CHANNELS.stream()
        .flatMap(channel -> CONTENTS.stream().map(content -> Arguments.of(channel, content)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void arrives(String channel, String text) {
    Json content = Json.parse(text.replace('\'', '"'));
    sandbox.conversation(channel, "447700900999").sends(content);

    List<WebhookRequest> inbound = app.requests("/inbound");
    WebhookRequest last = inbound.get(inbound.size() - 1);
    content.members().forEach((name, value) -> assertThat(last.json().get(name)).isEqualTo(value));
    assertThat(last.json().text("channel")).contains(channel);
    assertThat(InboundMessage.read(last).json()).isEqualTo(last.json());
  }
}
