package vn.kientao.reform.procedures.app.publication;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.procedures.domain.publication.CatalogueChange;
import vn.kientao.reform.procedures.domain.publication.ListedPublication;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationEvent;
import vn.kientao.reform.procedures.domain.publication.PublicationRule;
import vn.kientao.reform.procedures.domain.publication.PublicationState;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.publication.ChangeFeed;
import vn.kientao.reform.procedures.store.publication.PublicationKey;
import vn.kientao.reform.procedures.store.publication.PublicationLists;
import vn.kientao.reform.procedures.store.publication.PublicationQuery;
import vn.kientao.reform.procedures.store.publication.PublicationStore;
import vn.kientao.reform.procedures.store.publication.RuleStore;

/** Looks publications up; changes nothing. Whoever does not control procedures sees those of the own agency only. */
@Component(service = Publications.class)
public final class Publications {
    /** Counting goes no further. */
    public static final int MOST_COUNTED = 1000;

    private static final int SOON_DAYS = 5;

    private final Database database;
    private final PublicationStore store = new PublicationStore();
    private final PublicationLists lists = new PublicationLists();
    private final ChangeFeed feed = new ChangeFeed();
    private final RuleStore rules = new RuleStore();

    @Activate
    public Publications(@Reference Database database, @Reference ProcedureTables tables) {
        this(database);
    }

    /** For tests: the tables are there. */
    public Publications(Database database) {
        this.database = database;
    }

    /** A part of the list. */
    public enum View {
        /** Something is to be done. */
        OPEN,
        /** It should have been done. */
        OVERDUE,
        /** It is to be done today or in the next days. */
        SOON,
        /** Nothing is to be done any more. */
        DONE
    }

    /**
     * The publication, with the fields it writes and its steps.
     *
     * @param agency only when this agency writes it; empty for all
     */
    public Optional<Details> find(long id, Optional<String> agency) {
        return database.read(handle -> store.find(handle, id)
                .filter(found -> agency.map(found.agency()::equals).orElse(true))
                .map(found -> new Details(found, store.fields(handle, id), store.events(handle, id))));
    }

    /** A publication with all that is kept of it. */
    public record Details(Publication publication, Map<String, String> fields, List<PublicationEvent> events) {
        public Details {
            fields = Map.copyOf(fields);
            events = List.copyOf(events);
        }

        /** What happened after a version. */
        public List<PublicationEvent> since(long version) {
            return events.stream().filter(event -> event.version() > version).toList();
        }
    }

    /** Those of the procedure that have not taken effect yet. */
    public List<Publication> open(String code) {
        return database.read(handle -> store.open(handle, code));
    }

    /**
     * A page, what is due first on top.
     *
     * @param state only those in this state; then the view does not matter
     * @param after the key of the last row of the page before
     */
    public List<ListedPublication> page(
            Optional<String> agency,
            View view,
            Optional<PublicationState> state,
            LocalDate today,
            Optional<Long> after,
            int size) {
        PublicationQuery query = query(agency, view, state, today);
        return database.read(
                handle -> lists.page(handle, after.map(query::after).orElse(query), size));
    }

    /** How many each view holds, counted no further than {@link #MOST_COUNTED}. */
    public Map<View, Integer> counts(Optional<String> agency, LocalDate today) {
        return database.read(handle -> {
            Map<View, Integer> counts = new EnumMap<>(View.class);
            Arrays.stream(View.values())
                    .forEach(view -> counts.put(
                            view, lists.count(handle, query(agency, view, Optional.empty(), today), MOST_COUNTED)));
            return counts;
        });
    }

    /** The time limits of the law, those of the past too. */
    public List<PublicationRule> rules() {
        return database.read(rules::all);
    }

    /** The newest changes of the public catalogue before {@code before}. */
    public List<CatalogueChange> newest(long before, int most) {
        return database.read(handle -> feed.newest(handle, before, most));
    }

    /** The changes of the public catalogue after {@code after}, the oldest first. */
    public List<CatalogueChange> since(long after, int most) {
        return database.read(handle -> feed.since(handle, after, most));
    }

    private static PublicationQuery query(
            Optional<String> agency, View view, Optional<PublicationState> state, LocalDate today) {
        if (state.isPresent()) {
            return new PublicationQuery(agency, state, true, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        long now = PublicationKey.from(today);
        long later = PublicationKey.from(today.plusDays(SOON_DAYS + 1L));
        return switch (view) {
            case OPEN -> new PublicationQuery(agency, state, true, Long.MIN_VALUE, Long.MAX_VALUE);
            case OVERDUE -> new PublicationQuery(agency, state, true, Long.MIN_VALUE, now - 1);
            case SOON -> new PublicationQuery(agency, state, true, now, later - 1);
            case DONE -> new PublicationQuery(agency, state, false, Long.MIN_VALUE, Long.MAX_VALUE);
        };
    }
}
