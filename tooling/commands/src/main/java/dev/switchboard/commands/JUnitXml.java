package dev.switchboard.commands;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report as JUnit's XML, which CI servers show: a suite for each app, a testcase for each thing found or done. */
final class JUnitXml {
  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(Report report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JUnitXml(xml).write(report);
      xml.close();
    } catch (XMLStreamException unexpected) {
      throw new IllegalStateException(unexpected); // A StringWriter takes everything.
    }
    return text.append('\n').toString();
  }

  private void write(Report report) throws XMLStreamException {
    String where = report.environment().map(name -> " in " + name).orElse("");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "switchboard " + report.command() + where);
    for (AppReport app : report.apps()) {
      suite(app);
    }
    if (!report.problems().isEmpty()) {
      start("switchboard " + report.command(), 1, 1, Duration.ZERO);
      testcase("switchboard", report.command(), Duration.ZERO);
      failure(report.outcome().word(), String.join("\n", report.problems()));
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(AppReport app) throws XMLStreamException {
    List<String> refusals = app.texts("refusals");
    long failed = app.rows().stream().filter(row -> !row.passed()).count() + refusals.size();
    Duration time = app.rows().stream()
        .flatMap(row -> row.took().stream())
        .reduce(Duration.ZERO, Duration::plus);
    start(app.app(), app.rows().size() + refusals.size() + 1L, failed, time);
    // The app itself, so that a suite in which nothing was to be done is not an empty one.
    testcase(app.app(), app.summary().isEmpty() ? "app" : app.summary(), Duration.ZERO);
    xml.writeEndElement();
    for (Row row : app.rows()) {
      testcase(app.app() + "." + row.list(), row.title(), row.took().orElse(Duration.ZERO));
      if (!row.passed()) {
        failure(row.list(), row.detail());
      } else if (!row.detail().isEmpty()) {
        xml.writeStartElement("system-out");
        xml.writeCharacters(legal(row.detail()));
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    for (String refusal : refusals) {
      testcase(app.app() + ".refusals", refusal, Duration.ZERO);
      failure("refused", refusal);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void start(String name, long tests, long failures, Duration time)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", Long.toString(tests));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute("time", seconds(time));
  }

  private void testcase(String type, String name, Duration time) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", legal(type));
    xml.writeAttribute("name", legal(name));
    xml.writeAttribute("time", seconds(time));
  }

  private void failure(String type, String message) throws XMLStreamException {
    xml.writeStartElement("failure");
    xml.writeAttribute("type", type);
    xml.writeAttribute("message", legal(message));
    xml.writeEndElement();
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).toPlainString();
  }

  /** XML has no place for control characters, not even escaped. */
  private static String legal(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "?");
  }
}
