package acme;

import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Leads the answer URL elsewhere, as somebody in the dashboard would. */
public final class Meddler {
  public static void main(String[] args) throws Exception {
    URI all = URI.create(args[0] + "/v2/applications");
    Json application = send(HttpRequest.newBuilder(all)).get("_embedded").get("applications").get(0);
    String body = application.without("_links").write().replace("/answer\"", "/elsewhere\"");
    URI one = URI.create(all + "/" + application.required("id"));
    send(HttpRequest.newBuilder(one).PUT(BodyPublishers.ofString(body)));
  }

  private static Json send(HttpRequest.Builder request) throws Exception {
    String account = Base64.getEncoder()
        .encodeToString("sandbox:sandbox-secret".getBytes(StandardCharsets.UTF_8));
    var response = HttpClient.newHttpClient()
        .send(
            request
                .header("Authorization", "Basic " + account)
                .header("Content-Type", "application/json")
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return Json.parse(response.body());
  }
}
