package dev.switchboard.processor.javac;

import dev.switchboard.processor.generate.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Hands generated text to the compiler. Every file has exactly one originating element, the app: that makes the processor isolating. */
public final class AppWriter {
  private final Filer filer;
  private final ManifestFiles manifests;

  /** A writer through the compiler. */
  public AppWriter(Filer filer, ManifestFiles manifests) {
    this.filer = filer;
    this.manifests = manifests;
  }

  /**
   * Writes one file.
   *
   * @param router qualified name of the app's router, whose class file proves that the compilation went well
   * @return false where the compilation has another class of that name
   */
  public boolean write(Output output, TypeElement app, String router) {
    try {
      if (output instanceof Output.Source source) {
        return write(source, app);
      } else if (output instanceof Output.Resource resource) {
        FileObject file =
            filer.createResource(StandardLocation.CLASS_OUTPUT, "", resource.path(), app);
        try (OutputStream out = file.openOutputStream()) {
          out.write(resource.text().getBytes(StandardCharsets.UTF_8));
        }
        manifests.written(file, router);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean write(Output.Source source, TypeElement app) throws IOException {
    try (Writer writer =
        filer.createSourceFile(source.type().qualifiedName(), app).openWriter()) {
      writer.write(source.text());
      return true;
    } catch (FilerException taken) {
      return false;
    }
  }
}
