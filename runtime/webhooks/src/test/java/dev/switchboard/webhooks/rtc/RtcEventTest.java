package dev.switchboard.webhooks.rtc;

import static dev.switchboard.webhooks.Said.assertSays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtcEventTest {
  private static final String CHANNEL = """
      {"type":"phone","id":"leg-1","from":{"type":"phone","number":"447700900001"},
       "to":{"type":"phone","number":"447700900000"},"leg_ids":["leg-1","leg-2"],"cpa":false,"preanswer":true,
       "ring_timeout":60000,"cpa_time":5000,"max_length":7200000}""";

  private static final String CHANNEL_SAYS = """
      channel:=RtcChannel
      channel.from=447700900001
      channel.fromType=phone
      channel.id=leg-1
      channel.legIds[0]=leg-1
      channel.legIds[1]=leg-2
      channel.machineDetection=false
      channel.machineDetectionTime=PT5S
      channel.maxLength=PT2H
      channel.preanswer=true
      channel.ringTimeout=PT1M
      channel.to=447700900000
      channel.toType=phone
      channel.type=phone
      """;

  private static RtcEvent read(String json) {
    return RtcEvent.of(Json.parse(json));
  }

  /** What the accessor of the body says is the JSON itself; the rest is compared here. */
  private static String body(RtcEvent event) {
    return "body=" + event.body().write() + '\n';
  }

  @ParameterizedTest
  @CsvSource({
    "member:joined,Member",
    "member:message:status,Member",
    "conversation:updated,Conversation",
    "message,Message",
    "message:seen,Message",
    "text,Text",
    "text:typing:on,Text",
    "image:delivered,Image",
    "audio:play:done,Audio",
    "leg:status:update,Leg",
    "rtc:hangup,Rtc",
    "sip:amd_machine,Sip",
    "ephemeral,Ephemeral",
    "event:delete,Event",
    "custom:order,Custom",
    "app:knocking,App",
    "brand:new,Unknown"
  })
  void isTypedByTheWordBeforeTheColon(String type, String record) {
    for (String name : new String[] {"type", "event_type"}) {
      RtcEvent event = read("{\"" + name + "\":\"" + type + "\"}");
      assertThat(event.getClass().getSimpleName()).isEqualTo(record);
      assertThat(event.type()).isEqualTo(type);
      assertThat(event.unknownFields()).isEmpty();
    }
  }

  @Test
  void readsTheEnvelopeAndAMember() {
    RtcEvent event = read("""
        {"type":"member:joined","id":4,"conversation_id":"CON-1","application_id":"app-1","from":"MEM-1","to":"",
         "timestamp":"2018-10-25T09:26:18.999Z","state":"","href":"https://api.example/old",
         "body":{"user":{"id":"USR-1"},"channel":CHANNEL,
           "timestamp":{"invited":"2018-10-25T09:26:17Z","joined":"2018-10-25T09:26:18Z"}},
         "_embedded":{"from_user":{"id":"USR-1","name":"jo","display_name":"Jo","image_url":"https://i.example/jo",
             "custom_data":{"vip":true}},"from_member":{"id":"MEM-1"}},
         "_links":{"self":{"href":"https://api.example/new"}}}""".replace("CHANNEL", CHANNEL));
    assertSays(event, RtcEvent.Member.class, body(event) + CHANNEL_SAYS + """
            applicationId=app-1
            conversationId=CON-1
            from=MEM-1
            fromMemberId=MEM-1
            fromUser:=RtcUser
            fromUser.customData={"vip":true}
            fromUser.displayName=Jo
            fromUser.id=USR-1
            fromUser.imageUrl=https://i.example/jo
            fromUser.name=jo
            id=4
            invitedAt=2018-10-25T09:26:17Z
            joinedAt=2018-10-25T09:26:18Z
            state=
            timestamp=2018-10-25T09:26:18.999Z
            to=
            type=member:joined
            url=https://api.example/new
            userId=USR-1""");
    assertThat(((RtcEvent.Member) event).channel().orElseThrow().ringTimeout())
        .hasValue(Duration.ofMinutes(1));
  }

  @Test
  void readsTheMediaOfAMember() {
    RtcEvent event = read("""
        {"type":"member:media","body":{"audio":true,
          "media":{"audio":true,"audio_settings":{"enabled":true,"earmuffed":false,"muted":true}}}}""");
    assertSays(
        event,
        RtcEvent.Member.class,
        body(event)
            + "audio=true\naudioEnabled=true\nearmuffed=false\nmuted=true\ntype=member:media");
  }

  @ParameterizedTest
  @CsvSource({"sip:hangup,Sip", "rtc:hangup,Rtc"})
  void readsAHangup(String type, String record) {
    RtcEvent event = read("""
        {"type":"TYPE","body":{"direction":"inbound","channel":CHANNEL,
          "quality":{"mos_score":4.1,"quality_percentage":98,"jitter_min_var":1,"jitter_max_var":5,
            "jitter_loss_rate":2,"jitter_burst_rate":3,"flaw_total":3,"packet_cnt":1000,"packet_loss_perc":6},
          "bandwidth":{"byte_in":100,"byte_out":200},
          "reason":{"text":"Busy","code":"486","sip_code":486}}}""".replace("TYPE", type).replace("CHANNEL", CHANNEL));
    assertThat(event.getClass().getSimpleName()).isEqualTo(record);
    assertSays(event, RtcEvent.class, body(event) + CHANNEL_SAYS + """
            bytesIn=100
            bytesOut=200
            direction=inbound
            quality:=RtcQuality
            quality.flawTotal=3
            quality.jitterBurstRate=3
            quality.jitterLossRate=2
            quality.jitterMaxVariance=5
            quality.jitterMinVariance=1
            quality.mosScore=4.1
            quality.packetCount=1000
            quality.packetLossPercentage=6
            quality.qualityPercentage=98
            reasonCode=486
            reasonText=Busy
            sipCode=486
            type=""" + type);
  }

  @Test
  void readsTheStatusAnswerAndTransferOfALeg() {
    RtcEvent event = read("""
        {"type":"rtc:status","body":{"duration":"65","start_time":"2026-01-01T12:00:00Z",
          "end_time":"2026-01-01T12:01:05Z","price":"0.01","price_currency":"EUR","mos":"4.3",
          "rtc_id":"leg-1","answer":"v=0","was_member":"MEM-1","user_id":"USR-1"}}""");
    assertSays(event, RtcEvent.Rtc.class, body(event) + """
            answer=v=0
            duration=PT1M5S
            endTime=2026-01-01T12:01:05Z
            mos=4.3
            price=0.01
            priceCurrency=EUR
            rtcId=leg-1
            startTime=2026-01-01T12:00:00Z
            type=rtc:status
            userId=USR-1
            wasMember=MEM-1""");
  }

  @Test
  void readsAudio() {
    RtcEvent event = read("""
        {"type":"audio:say","body":{"text":"Hello","loop":0,"level":"0.5","language":"en-GB","style":1,
          "premium":"true","ssml":false,"queue":true,"stream_url":["https://s.example/1.mp3"],"rtc_id":"leg-1"}}""");
    assertSays(event, RtcEvent.Audio.class, body(event) + """
            language=en-GB
            level=0.5
            loop=0
            premium=true
            queue=true
            rtcId=leg-1
            ssml=false
            streamUrls[0]=https://s.example/1.mp3
            style=1
            text=Hello
            type=audio:say""");
  }

  @Test
  void readsMessagesAndCustomEvents() {
    RtcEvent seen = read("{\"type\":\"message:seen\",\"body\":{\"event_id\":\"7\"}}");
    assertSays(seen, RtcEvent.Message.class, body(seen) + "eventId=7\ntype=message:seen");
    RtcEvent message =
        read("{\"type\":\"message\",\"body\":{\"message_type\":\"text\",\"text\":\"Hi\"}}");
    assertSays(
        message, RtcEvent.Message.class, body(message) + "messageType=text\ntext=Hi\ntype=message");
    RtcEvent custom = read("{\"type\":\"custom:order:new\",\"body\":{\"pizza\":1}}");
    assertSays(
        custom, RtcEvent.Custom.class, "body={\"pizza\":1}\nname=order:new\ntype=custom:order:new");
    assertThat(
            read("{\"type\":\"sip:status\",\"body\":{\"new\":1},\"extra\":2}").unknownFields())
        .containsExactly("/body/new", "/extra");
  }
}
