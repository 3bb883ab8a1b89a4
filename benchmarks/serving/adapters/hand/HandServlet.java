package line;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The app by hand as a servlet. */
final class HandServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Hand.refused(request.getHeader("Authorization"))) {
      response.setStatus(401);
      return;
    }
    byte[] ncco = Hand.answer(request.getParameter("from")).getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setContentLength(ncco.length);
    response.getOutputStream().write(ncco);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String body =
        new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (Hand.refused(request.getHeader("Authorization"))) {
      response.setStatus(401);
      return;
    }
    Hand.event(body);
    response.setStatus(204);
  }
}
