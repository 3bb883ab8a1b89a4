package line;

import java.nio.file.Files;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** The SDK by hand in Tomcat. */
final class Main {
  private Main() {}

  public static void main(String... args) throws Exception {
    String folder = Files.createTempDirectory("line").toString();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder);
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(Integer.parseInt(System.getenv("PORT")));
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", folder);
    context.addServletContainerInitializer((classes, servletContext) -> servletContext.addServlet("hand", new HandServlet()).addMapping("/*"), Set.of());
    tomcat.start();
  }
}
