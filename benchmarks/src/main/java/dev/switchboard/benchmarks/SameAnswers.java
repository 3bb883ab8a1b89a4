package dev.switchboard.benchmarks;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** A comparison of speed is one of the same work: ends with an exception where a contestant answers otherwise than ours. */
public final class SameAnswers {
  private SameAnswers() {}

  public static void main(String[] args) throws Exception {
    Map<String, Object> ours = new HashMap<>();
    for (Contestant contestant : Contestant.values()) {
      Object answer = comparable(contestant, contestant.prepare().call());
      Object expected = ours.putIfAbsent(contestant.work(), answer);
      if (expected != null && !expected.equals(answer)) {
        throw new IllegalStateException(
            contestant + " answers " + answer + " where ours answers " + expected);
      }
    }
    refusals();
    System.out.println(Contestant.values().length + " contestants of " + ours.size()
        + " works give the same answers.");
  }

  private static Object comparable(Contestant contestant, Object answer) throws Exception {
    return switch (contestant.work()) {
      case "ncco", "constant" -> Json.parse((byte[]) answer);
      case "mint", "cached" ->
        answer instanceof String token ? signed(token) : signed(RawRsa.INPUT, (byte[]) answer);
      case "verify" ->
        answer instanceof Boolean accepted ? accepted : true; // the floor compares nothing
      default -> answer;
    };
  }

  private static boolean signed(String token) throws GeneralSecurityException {
    int dot = token.lastIndexOf('.');
    return signed(
        token.substring(0, dot).getBytes(StandardCharsets.US_ASCII),
        Base64.getUrlDecoder().decode(token.substring(dot + 1)));
  }

  private static boolean signed(byte[] text, byte[] signature) throws GeneralSecurityException {
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(Contestant.Keys.PAIR.getPublic());
    check.update(text);
    return check.verify(signature);
  }

  /** Whoever verifies refuses another body, and another signature. */
  private static void refusals() throws Exception {
    String secret = Contestant.Constants.SECRET;
    String token = Contestant.token();
    String forged = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");
    byte[] other = Bodies.EVENT.clone();
    other[other.length - 3] ^= 1;
    HandVerify byHand = new HandVerify(secret);
    for (Map.Entry<String, byte[]> wrong :
        Map.of(token, other, forged, Bodies.EVENT).entrySet()) {
      WebhookRequest request = WebhookRequest.of(
              "POST", "/webhooks/event", "", Bodies.HEADERS, wrong.getValue())
          .withHeader("Authorization", "Bearer " + wrong.getKey());
      for (Callable<Object> check : Arrays.<Callable<Object>>asList(
          Contestant.verifying(request),
          () -> byHand.verify(wrong.getKey(), wrong.getValue()),
          () -> Sdk.verify(wrong.getKey(), secret, wrong.getValue()))) {
        if (Boolean.TRUE.equals(check.call())) {
          throw new IllegalStateException("a contestant accepts what is wrong");
        }
      }
    }
  }
}
