package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.Site;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Turns the symbolic addresses of one app back into what the compiler can point at. Lives for one app and one round. */
public final class SiteIndex {
  private final Map<Site, Place> places = new LinkedHashMap<>();
  private final Map<Site, Integer> ranks = new LinkedHashMap<>();

  /** What the compiler points at: the value, else the annotation, else the element. */
  record Place(
      Element element,
      @Nullable AnnotationMirror annotation,
      @Nullable AnnotationValue value) {}

  /** Remembers an element, and its rank in the source: sites are added in source order. */
  public void add(Site site, Element element) {
    put(site, new Place(element, null, null));
  }

  /** Remembers an annotation. */
  void add(Site site, Element element, AnnotationMirror annotation) {
    put(site, new Place(element, annotation, null));
  }

  /** Remembers a value in an annotation. */
  void add(Site site, Element element, AnnotationMirror annotation, AnnotationValue value) {
    put(site, new Place(element, annotation, value));
  }

  /** Lets a site stand for the place of another one, which has been added before. */
  void alias(Site site, Site other) {
    find(other).ifPresent(place -> put(site, place));
  }

  private void put(Site site, Place place) {
    places.putIfAbsent(site, place);
    ranks.putIfAbsent(site, ranks.size());
  }

  /** The place, or that of the annotation or element around it where the user left the narrower thing out. */
  Optional<Place> find(Site site) {
    return known(site).map(places::get);
  }

  /** In the order of the source. */
  public Comparator<Site> sourceOrder() {
    return Comparator.comparingInt(site -> known(site).map(ranks::get).orElse(Integer.MAX_VALUE));
  }

  private Optional<Site> known(Site site) {
    Site annotation = site.member("");
    Site element = Site.of(site.element());
    for (Site candidate : new Site[] {site, annotation, element}) {
      if (places.containsKey(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
