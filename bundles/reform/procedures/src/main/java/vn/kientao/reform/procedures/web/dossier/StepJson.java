package vn.kientao.reform.procedures.web.dossier;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that a program takes.
 *
 * @param version the version of the dossier that the program saw; another one is answered with 409
 * @param fields what the form of the step asks for, under the names of its fields; a tick is any value
 */
public record StepJson(@Nullable Long version, @Nullable Map<String, String> fields) {}
