package vn.kientao.reform.procedures.store.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/**
 * Which dossiers of an agency, from where.
 *
 * @param running those that run, in order of due date; else those that have ended, newest first
 * @param after only those whose list key comes after this; {@link Long#MIN_VALUE} from the beginning
 * @param dueFrom due at or after
 * @param dueBefore due before
 * @param waiting only those whose clock stands still
 * @param assignee account of who has them on the desk
 * @param unrouted only those of which nobody knows who is competent
 * @param words folded words, all of which the dossier must have; a whole code is that of its dossier, a whole identity or
 *     telephone number that of the applicant; a part of one stands somewhere in the dossier's search text
 */
public record ListQuery(
        String agency,
        boolean running,
        long after,
        Optional<LocalDateTime> dueFrom,
        Optional<LocalDateTime> dueBefore,
        Optional<DossierStatus> status,
        Optional<String> field,
        Optional<String> words,
        boolean waiting,
        Optional<String> assignee,
        boolean unrouted) {
    private static final Pattern NUMBER = Pattern.compile("\\d{10}|\\d{12}");
    private static final Pattern PART = Pattern.compile("\\d{3,}|[a-z0-9.]+-[0-9-]*");

    public ListQuery {
        requireNonNull(agency, "agency");
        requireNonNull(dueFrom, "dueFrom");
        requireNonNull(dueBefore, "dueBefore");
        requireNonNull(status, "status");
        requireNonNull(field, "field");
        requireNonNull(words, "words");
        requireNonNull(assignee, "assignee");
    }

    /** Whether the clock runs or not, whoever has them. */
    public ListQuery(
            String agency,
            boolean running,
            long after,
            Optional<LocalDateTime> dueFrom,
            Optional<LocalDateTime> dueBefore,
            Optional<DossierStatus> status,
            Optional<String> field,
            Optional<String> words) {
        this(agency, running, after, dueFrom, dueBefore, status, field, words, false, Optional.empty(), false);
    }

    /** The code that the words are, which one index finds. */
    Optional<DossierCode> code() {
        return words.flatMap(DossierCode::parse);
    }

    /** The identity or telephone number that the words are: 10 or 12 digits. */
    Optional<String> number() {
        return words.filter(text -> NUMBER.matcher(text).matches());
    }

    /** Whether an index leads to what the words mean. */
    boolean exact() {
        return code().isPresent() || number().isPresent();
    }

    /** The same list from further on. */
    public ListQuery after(long listKey) {
        return new ListQuery(
                agency, running, listKey, dueFrom, dueBefore, status, field, words, waiting, assignee, unrouted);
    }

    /** The same list, whatever words its dossiers have. */
    ListQuery withoutWords() {
        return new ListQuery(
                agency,
                running,
                after,
                dueFrom,
                dueBefore,
                status,
                field,
                Optional.empty(),
                waiting,
                assignee,
                unrouted);
    }

    /** The part of a code or number that the words are: looked for in one dossier after the other. */
    Optional<String> part() {
        return words.filter(text -> !exact() && PART.matcher(text).matches());
    }

    /** Whether they are words that only the index of words leads to. */
    boolean byWords() {
        return words.isPresent() && !exact() && part().isEmpty();
    }

    /** The same list, due at or after a moment. */
    public ListQuery dueFrom(LocalDateTime from) {
        return new ListQuery(
                agency,
                running,
                after,
                Optional.of(from),
                dueBefore,
                status,
                field,
                words,
                waiting,
                assignee,
                unrouted);
    }

    /** The first key that may stand in the list: for running dossiers the due date decides it. */
    long firstKey() {
        long next = after == Long.MIN_VALUE ? after : after + 1;
        if (waiting) {
            return Math.max(next, ListKey.STANDSTILL);
        }
        return running ? Math.max(next, dueFrom.map(ListKey::from).orElse(next)) : next;
    }

    long lastKey() {
        return running ? dueBefore.map(ListKey::from).orElse(Long.MAX_VALUE) - 1 : -1;
    }
}
