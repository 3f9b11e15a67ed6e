package vn.kientao.reform.procedures.web.dossier;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that a program takes.
 *
 * @param fields what the form of the step asks for, under the names of its fields; a tick is any value
 */
public record StepJson(@Nullable Map<String, String> fields) {}
