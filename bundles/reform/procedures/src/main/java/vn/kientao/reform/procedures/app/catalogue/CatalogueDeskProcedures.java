package vn.kientao.reform.procedures.app.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.app.dossier.DeskVariant;
import vn.kientao.reform.procedures.app.variant.Variants;
import vn.kientao.reform.procedures.domain.Channel;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.Result;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.variant.Variant;

/** Lends the catalogue to the one-stop desk. */
@Component
public final class CatalogueDeskProcedures implements DeskProcedures {
    private final Catalogue catalogue;
    private final Variants variants;

    @Activate
    public CatalogueDeskProcedures(@Reference Catalogue catalogue, @Reference Variants variants) {
        this.variants = variants;
        this.catalogue = catalogue;
    }

    @Override
    public List<Hit> search(String words, int limit) {
        return catalogue.search(SearchQuery.of(words), 0, limit).hits().stream()
                .map(CatalogueDeskProcedures::hit)
                .toList();
    }

    @Override
    public Optional<DeskProcedure> find(long versionId) {
        return catalogue.version(versionId).map(CatalogueDeskProcedures::desk);
    }

    @Override
    public Optional<DeskProcedure> current(String code) {
        return catalogue.current(code).map(CatalogueDeskProcedures::desk);
    }

    @Override
    public List<DeskVariant> variants(String code, LocalDate day) {
        return variants.inForce(code, day).stream()
                .map(CatalogueDeskProcedures::variant)
                .toList();
    }

    @Override
    public DeskProcedure in(DeskProcedure procedure, long variant) {
        return variant == 0
                ? procedure
                : variants.find(variant)
                        .filter(one -> one.code().equals(procedure.code()))
                        .map(one -> procedure.in(variant(one)))
                        .orElse(procedure);
    }

    private static DeskVariant variant(Variant variant) {
        Map<DossierChannel, DeskProcedure.StatedLimit> limits = new EnumMap<>(DossierChannel.class);
        for (ChannelKind kind : ChannelKind.values()) {
            Deadline time = variant.time(kind);
            limits.put(channel(kind), new DeskProcedure.StatedLimit(time.limit(), time.text()));
        }
        return new DeskVariant(
                variant.id(),
                variant.key(),
                variant.name(),
                limits,
                variant.fee().text(),
                variant.form());
    }

    private static Hit hit(CatalogueEntry entry) {
        return new Hit(
                entry.versionId(),
                entry.code(),
                entry.summary().name(),
                entry.summary().field(),
                entry.summary().limit().text());
    }

    private static DeskProcedure desk(ProcedureVersion version) {
        Procedure procedure = version.procedure();
        return new DeskProcedure(
                version.id(),
                procedure.code().value(),
                procedure.name(),
                procedure.field(),
                version.current(),
                limits(procedure),
                cases(procedure),
                fees(procedure),
                procedure.results().stream()
                        .map(Result::name)
                        .filter(name -> !name.isBlank())
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private static Map<DossierChannel, DeskProcedure.StatedLimit> limits(Procedure procedure) {
        Map<DossierChannel, DeskProcedure.StatedLimit> limits = new EnumMap<>(DossierChannel.class);
        for (ChannelKind kind : procedure.channelKinds()) {
            limits.put(channel(kind), limit(procedure.channels(kind)));
        }
        return limits;
    }

    /** Several rows of one channel differ by case: then nothing is counted unless all of them say the same. */
    private static DeskProcedure.StatedLimit limit(List<Channel> rows) {
        List<Deadline> deadlines = rows.stream().map(Channel::deadline).toList();
        List<Optional<TimeLimit>> distinct =
                deadlines.stream().map(Deadline::limit).distinct().toList();
        String text = deadlines.stream()
                .map(Deadline::text)
                .filter(words -> !words.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
        return new DeskProcedure.StatedLimit(distinct.size() == 1 ? distinct.get(0) : Optional.empty(), text);
    }

    private static List<DeskProcedure.Case> cases(Procedure procedure) {
        Map<String, List<DeskProcedure.Paper>> cases = new LinkedHashMap<>();
        procedure
                .components()
                .forEach(component -> cases.computeIfAbsent(component.heading(), heading -> new ArrayList<>())
                        .add(new DeskProcedure.Paper(
                                component.name(),
                                String.join(", ", component.forms()),
                                component.quantity().originals(),
                                component.quantity().copies())));
        return cases.entrySet().stream()
                .map(entry -> new DeskProcedure.Case(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String fees(Procedure procedure) {
        return procedure.channels().stream()
                .flatMap(channel -> channel.fees().stream())
                .map(Fee::text)
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static DossierChannel channel(ChannelKind kind) {
        return switch (kind) {
            case DIRECT -> DossierChannel.DIRECT;
            case ONLINE -> DossierChannel.ONLINE;
            case POST -> DossierChannel.POST;
        };
    }
}
