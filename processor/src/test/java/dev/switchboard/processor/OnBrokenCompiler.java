package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** The processor with a compiler that fails: what the user sees when something other than the source is wrong. */
final class OnBrokenCompiler extends AbstractProcessor {
  private final SwitchboardProcessor processor = new SwitchboardProcessor();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return processor.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
        OnBrokenCompiler.class.getClassLoader(),
        new Class<?>[] {ProcessingEnvironment.class},
        (proxy, method, args) -> {
          if (method.getName().equals("getFiler")) {
            throw new IllegalStateException("no filer today");
          }
          return method.invoke(environment, args);
        }));
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    assertThat(processor.process(annotations, round)).isFalse();
    return false;
  }
}
