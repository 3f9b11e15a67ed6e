package vn.kientao.platform.api.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that happened in a module and that others may want to know. Carries no personal data.
 *
 * @param type {@code <module>.<word>}, such as {@code procedures.settled}
 * @param agency code of the agency where it happened; empty for the province
 * @param subject what it happened to, such as a dossier's code
 * @param detail a JSON object in the words of the module; may be empty
 * @param at in the time of Viet Nam
 */
public record ModuleEvent(String type, Optional<String> agency, String subject, String detail, LocalDateTime at) {
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-z0-9-]*)+");

    public ModuleEvent {
        requireNonNull(type, "type");
        requireNonNull(agency, "agency");
        requireNonNull(subject, "subject");
        requireNonNull(detail, "detail");
        requireNonNull(at, "at");
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("type of event '" + type + "' (expected: module.word)");
        }
    }
}
