package dev.switchboard.processor.model;

/**
 * A webhook annotation on a class: the settings of that URL, said once for the methods of the class.
 *
 * @param annotation simple name
 * @param settings what it says
 * @param site the annotation
 */
public record ClassSettings(String annotation, UrlSettings settings, Site site) {}
