package vn.kientao.reform.procedures.domain.catalogue;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.Channel;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.Level;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.ProcedureCode;

/**
 * What a list shows of a procedure.
 *
 * @param channels the kinds of channel by which a dossier may be handed in
 * @param agencies those that carry it out or decide in it, as far as their names can be told apart
 * @param limit the time limit at the counter, or of the first channel when there is no counter
 * @param limitVaries whether another channel or case has another time limit
 * @param fee what is paid at the same channel
 * @param feeVaries whether the fee depends on the case or the channel, or a note speaks against it
 */
public record ProcedureSummary(
        ProcedureCode code,
        String name,
        String field,
        Set<Level> levels,
        Set<ChannelKind> channels,
        List<String> agencies,
        Deadline limit,
        boolean limitVaries,
        Fee fee,
        boolean feeVaries) {

    private static final Deadline NO_LIMIT = Deadline.unread("");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);
    private static final int MOST_PLACES = 2;
    private static final Fee NO_FEE = Fee.unstated("", "");

    public ProcedureSummary {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(field, "field");
        levels = levels.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(levels));
        channels = channels.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(channels));
        agencies = List.copyOf(agencies);
        requireNonNull(limit, "limit");
        requireNonNull(fee, "fee");
    }

    /** What a list shows of {@code procedure}. */
    public static ProcedureSummary of(Procedure procedure) {
        List<Channel> channels = procedure.channels();
        List<Channel> leading = leading(procedure);
        Deadline limit = leading.isEmpty() ? NO_LIMIT : leading.get(0).deadline();
        Fee fee = leading.isEmpty() ? NO_FEE : leading.get(0).fees().get(0);
        boolean oneLimit = !limit.disputed() && channels.stream().allMatch(channel -> same(channel.deadline(), limit));
        boolean oneFee = channels.stream()
                .flatMap(channel -> channel.fees().stream())
                .allMatch(other -> other.certain() && same(fee, other));
        return new ProcedureSummary(
                procedure.code(),
                procedure.name(),
                procedure.field(),
                procedure.levels(),
                procedure.channelKinds(),
                agencies(procedure),
                fits(limit.value()) ? limit : Deadline.unread(limit.text()),
                !oneLimit,
                fits(fee.amount()) ? fee : NO_FEE,
                !oneFee && fee.kind() != Fee.Kind.UNSTATED);
    }

    /** Absurd numbers stay in the record, where a person can see them in their context. */
    private static boolean fits(@Nullable BigDecimal number) {
        return number == null
                || (number.compareTo(LARGEST) <= 0
                        && number.stripTrailingZeros().scale() <= MOST_PLACES);
    }

    private static List<Channel> leading(Procedure procedure) {
        List<Channel> direct = procedure.channels(ChannelKind.DIRECT);
        return direct.isEmpty() ? procedure.channels() : direct;
    }

    private static List<String> agencies(Procedure procedure) {
        return Stream.concat(
                        procedure.responsibility().carriedOutBy().names().stream(),
                        procedure.responsibility().competent().names().stream())
                .distinct()
                .toList();
    }

    private static boolean same(Deadline one, Deadline other) {
        return one.unit() == other.unit() && same(one.number(), other.number());
    }

    private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.map(BigDecimal::stripTrailingZeros).equals(other.map(BigDecimal::stripTrailingZeros));
    }

    private static boolean same(Fee one, Fee other) {
        return one.kind() == other.kind() && one.chargeable().equals(other.chargeable());
    }
}
