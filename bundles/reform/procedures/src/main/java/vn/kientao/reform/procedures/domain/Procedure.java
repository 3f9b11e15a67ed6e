package vn.kientao.reform.procedures.domain;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An administrative procedure (thủ tục hành chính) as the national database publishes it. NĐ 63/2010/NĐ-CP, Article
 * 8(2), names the parts that a procedure must have: name, sequence, manner, components, time limit, subjects, agency;
 * and result, conditions, fees, form where there are any.
 *
 * @param decision number of the decision that announced it (quyết định công bố)
 * @param kind whether a law left it to the provinces (loại thủ tục), in the published words
 * @param field lĩnh vực
 * @param subjects who may apply (đối tượng thực hiện)
 * @param conditions yêu cầu, điều kiện; empty when nothing was published
 * @param related the published text about related procedures
 * @param source the texts all of this was read from
 */
public record Procedure(
        ProcedureCode code,
        String name,
        String decision,
        String kind,
        String field,
        Set<Level> levels,
        List<String> subjects,
        Responsibility responsibility,
        List<Channel> channels,
        List<Component> components,
        List<Result> results,
        List<LegalBasis> legalBases,
        String conditions,
        List<Step> steps,
        String related,
        SourceTexts source) {

    public Procedure {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(decision, "decision");
        requireNonNull(kind, "kind");
        requireNonNull(field, "field");
        levels = levels.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(levels));
        subjects = List.copyOf(subjects);
        requireNonNull(responsibility, "responsibility");
        channels = List.copyOf(channels);
        components = List.copyOf(components);
        results = List.copyOf(results);
        legalBases = List.copyOf(legalBases);
        requireNonNull(conditions, "conditions");
        steps = List.copyOf(steps);
        requireNonNull(related, "related");
        requireNonNull(source, "source");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of procedure " + code + " is blank");
        }
    }

    /** The rows for handing in by {@code kind}; more than one when cases or stages differ. */
    public List<Channel> channels(ChannelKind kind) {
        return channels.stream().filter(channel -> channel.kind() == kind).toList();
    }

    /** The kinds of channel by which a dossier may be handed in. */
    public Set<ChannelKind> channelKinds() {
        return channels.stream().map(Channel::kind).collect(Collectors.toUnmodifiableSet());
    }
}
