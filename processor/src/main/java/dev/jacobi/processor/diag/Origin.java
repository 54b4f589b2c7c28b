package dev.jacobi.processor.diag;

import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The piece of source that a span counts lines in.
 *
 * @param file the file's own name, such as {@code Model.java}, as it appears in comments
 * @param element the method (or class) that is being read: what an error falls back on where no finer position can be
 *     given; null for code that no source stands behind
 */
public record Origin(String file, @Nullable Element element) {}
