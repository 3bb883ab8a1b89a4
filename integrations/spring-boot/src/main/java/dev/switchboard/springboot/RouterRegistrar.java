package dev.switchboard.springboot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.BeanDefinitionStoreException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * Registers the generated router of each app that is a bean. An app is a class with a manifest; its router is the class of that name with
 * {@code Router} at its end, whose one constructor takes the app and its handler classes, all of them beans.
 *
 * <p>This happens when bean definitions are read: ahead of time, where Spring's processing is on, so that the router becomes generated code
 * that calls its constructor, and no class is looked for by name when the application starts.
 */
final class RouterRegistrar implements BeanDefinitionRegistryPostProcessor, BeanClassLoaderAware {
  private static final String MANIFESTS = "META-INF/switchboard/";

  private @Nullable ClassLoader classLoader;

  @Override
  public void setBeanClassLoader(ClassLoader loader) {
    classLoader = loader;
  }

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    if (!(registry instanceof ConfigurableListableBeanFactory beans)) {
      return;
    }
    Set<String> apps = apps(classLoader);
    Map<String, Class<?>> wanted = new TreeMap<>();
    Set<String> present = new TreeSet<>();
    for (String name : registry.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name, false);
      if (type != null) {
        Class<?> declared = ClassUtils.getUserClass(type);
        present.add(declared.getName());
        if (apps.contains(declared.getName())) {
          wanted.put(routerOf(declared), declared);
        }
      }
    }
    wanted.forEach((router, app) -> {
      if (!present.contains(router)) {
        registry.registerBeanDefinition(router, new RootBeanDefinition(load(router, app)));
      }
    });
  }

  /** Binary names of the apps on a class path, whether beans or not. */
  static Set<String> apps(@Nullable ClassLoader loader) {
    Set<String> apps = new TreeSet<>();
    try {
      for (Resource manifest : new PathMatchingResourcePatternResolver(loader)
          .getResources("classpath*:" + MANIFESTS + "*.json")) {
        String file = String.valueOf(manifest.getFilename());
        apps.add(file.substring(0, file.length() - ".json".length()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return apps;
  }

  private static String routerOf(Class<?> app) {
    return app.getName().replace('$', '_') + "Router";
  }

  private static Class<?> load(String router, Class<?> app) {
    try {
      return ClassUtils.forName(router, app.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new BeanDefinitionStoreException(
          app.getName() + " has a manifest and no " + router
              + ". Build it again with switchboard-processor on the processor path.",
          e);
    }
  }
}
