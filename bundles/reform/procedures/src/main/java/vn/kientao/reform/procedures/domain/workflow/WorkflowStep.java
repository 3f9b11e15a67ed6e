package vn.kientao.reform.procedures.domain.workflow;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.kientao.platform.api.time.TimeLimit;

/**
 * A step of an internal procedure.
 *
 * @param key names it inside its procedure: small letters, digits, hyphens
 * @param room the room or person that takes it
 * @param time how long it may take; empty when nothing is said
 * @param next the keys of the steps that may follow; none after the last
 * @param escalateTo account of who is to be told when it is late, beside the head; may be empty
 * @param person who takes it unless somebody else is named
 */
public record WorkflowStep(
        String key,
        String name,
        Role role,
        String room,
        Optional<TimeLimit> time,
        List<String> next,
        String escalateTo,
        Optional<Person> person) {

    /** A step that nobody in particular takes. */
    public WorkflowStep(
            String key,
            String name,
            Role role,
            String room,
            Optional<TimeLimit> time,
            List<String> next,
            String escalateTo) {
        this(key, name, role, room, time, next, escalateTo, Optional.empty());
    }

    /** Who takes a step. */
    public record Person(String account, String name) {
        public Person {
            requireNonNull(account, "account");
            requireNonNull(name, "name");
        }
    }

    /** Who takes a step. */
    public enum Role {
        /** Bộ phận Một cửa. */
        DESK,
        /** Người thụ lý. */
        HANDLER,
        /** Người ký. */
        SIGNER;

        /** Its word in forms. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The text key of its name. */
        public String textKey() {
            return "workflow.role." + word();
        }
    }

    public WorkflowStep {
        requireNonNull(key, "key");
        requireNonNull(name, "name");
        requireNonNull(role, "role");
        requireNonNull(room, "room");
        requireNonNull(time, "time");
        next = List.copyOf(next);
        requireNonNull(escalateTo, "escalateTo");
        requireNonNull(person, "person");
    }

    /** Whether the procedure may end here. */
    public boolean last() {
        return next.isEmpty();
    }
}
