package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.say;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.Strategy.Scope;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.WorkingCalendar;
import vn.kientao.platform.kernel.artifact.Reception;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.RouteTable.Entry;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.store.OrderRepository.Orders;
import vn.kientao.platform.kernel.store.OrderRepository.Wish;
import vn.kientao.platform.kernel.store.RolloutRepository;
import vn.kientao.platform.kernel.store.RouteRepository;

/**
 * Leads a release through its stages: gives it to some agencies, watches it, gives it to more. Ends when everybody may have
 * it, or with the reason why it must go back.
 */
public final class Stages {
    private static final Logger log = LoggerFactory.getLogger(Stages.class);

    private final Routes routes;
    private final RouteRepository routeRows;
    private final RolloutRepository rolloutRows;
    private final Staging staging;
    private final Retirement retirement;
    private final Agencies agencies;
    private final WorkingCalendar calendar;
    private final Supplier<Policy> policy;
    private final Journal journal;
    private final Bell bell;
    private final Clock clock;

    public Stages(
            Routes routes,
            RouteRepository routeRows,
            RolloutRepository rolloutRows,
            Staging staging,
            Retirement retirement,
            Agencies agencies,
            WorkingCalendar calendar,
            Supplier<Policy> policy,
            Journal journal,
            Bell bell,
            Clock clock) {
        this.routes = routes;
        this.routeRows = routeRows;
        this.rolloutRows = rolloutRows;
        this.staging = staging;
        this.retirement = retirement;
        this.agencies = agencies;
        this.calendar = calendar;
        this.policy = policy;
        this.journal = journal;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * Leads {@code release} through the stages before the last one.
     *
     * @param reached the stage that the last run of the platform had reached; -1 when the rollout begins
     * @return why it must go back; empty when it may serve everybody
     */
    Optional<LocalText> lead(Order order, LiveRelease release, int reached) {
        List<Scope> scopes = order.strategy().stages();
        for (int stage = Math.max(reached, 0); stage < scopes.size() - 1; stage++) {
            if (stage > reached) {
                enter(order, release, stage);
            }
            Optional<LocalText> fault = watch(order, release);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private void enter(Order order, LiveRelease release, int stage) {
        Set<String> chosen = chosen(order, stage);
        routes.add(release);
        Collection<LiveRelease> unused = routes.change(h -> {
            Set<String> already = Set.copyOf(ahead(order));
            chosen.stream()
                    .filter(agency -> !already.contains(agency))
                    .forEach(agency -> routeRows.divert(h, order.cut(), agency, clock.instant()));
            enter(h, order, stage, chosen);
            return chosen;
        });
        retirement.retire(unused);
        log.info("Rollout {}: {} serves {} agencies first", order.id(), order.cut(), chosen.size());
    }

    private void enter(Handle h, Order order, int stage, Set<String> chosen) {
        Instant now = clock.instant();
        rolloutRows.step(h, order.id(), Step.CANARY, now);
        rolloutRows.stage(h, order.id(), stage, now);
        journal.note(
                h,
                order.id(),
                say("kernel.note.stage", stage + 1, order.strategy().stages().size(), chosen.size(), names(chosen)));
        journal.audit(
                h, "stage", order.cut(), Optional.empty(), order.account(), order.request() + "-stage-" + (stage + 1));
    }

    private static String names(Set<String> chosen) {
        return chosen.size() <= 20
                ? String.join(", ", chosen)
                : chosen.stream().limit(20).collect(Collectors.joining(", ")) + "…";
    }

    private List<String> ahead(Order order) {
        return routes.table()
                .find(order.cut().module())
                .map(Entry::diverted)
                .map(Map::keySet)
                .map(List::copyOf)
                .orElse(List.of());
    }

    private Set<String> chosen(Order order, int stage) {
        Scope scope = order.strategy().stages().get(stage);
        if (scope instanceof Scope.Agencies named) {
            return new TreeSet<>(named.codes());
        }
        int percent = ((Scope.Percent) scope).percent();
        List<String> drawn = draw(order);
        int many = (drawn.size() * percent + 99) / 100;
        Set<String> chosen = new TreeSet<>(ahead(order));
        for (String agency : drawn) {
            if (chosen.size() >= many) {
                break;
            }
            chosen.add(agency);
        }
        return chosen;
    }

    /** Today's agencies in an order that is chance, but the same for the whole rollout. */
    private List<String> draw(Order order) {
        return agencies.on(LocalDate.now(clock)).stream()
                .map(Agency::code)
                .sorted(Comparator.comparing((String code) -> lot(order.id(), code)))
                .toList();
    }

    private static String lot(long rollout, String agency) {
        byte[] digest = Reception.digest().digest((rollout + "/" + agency).getBytes(StandardCharsets.UTF_8));
        return new String(Arrays.copyOf(digest, 8), StandardCharsets.ISO_8859_1);
    }

    private Optional<LocalText> watch(Order order, LiveRelease release) {
        Instant since = clock.instant();
        Comparison comparison = new Comparison(
                release,
                () -> routes.table().find(order.cut().module()).flatMap(Entry::standard),
                staging,
                policy.get().limits());
        boolean told = false;
        while (true) {
            Orders orders = journal.orders(order.id());
            Optional<LocalText> end = asked(orders).or(comparison::fault);
            if (end.isPresent()) {
                return end;
            }
            if (orders.wish().filter(Wish.PROMOTE::equals).isPresent()) {
                granted(order, orders);
                return Optional.empty();
            }
            boolean watched =
                    !clock.instant().isBefore(since.plus(order.strategy().watch()));
            if (watched && !orders.paused() && order.strategy().automatic() && awake()) {
                if (comparison.concludes()) {
                    journal.note(order.id(), comparison.verdict());
                    return Optional.empty();
                }
                if (!told) {
                    journal.note(order.id(), say("kernel.note.too-few", comparison.requests()));
                    told = true;
                }
            }
            bell.listen();
        }
    }

    private static Optional<LocalText> asked(Orders orders) {
        return orders.wish()
                .filter(Wish.BACK::equals)
                .map(wish -> say("kernel.back.asked", orders.wishedBy().orElse("–")));
    }

    private void granted(Order order, Orders orders) {
        journal.promoted(
                order.id(), say("kernel.note.promoted", orders.wishedBy().orElse("–")));
    }

    private boolean awake() {
        return !policy.get().quiet(ZonedDateTime.now(clock), calendar);
    }
}
