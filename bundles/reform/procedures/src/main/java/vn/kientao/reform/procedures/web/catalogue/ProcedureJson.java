package vn.kientao.reform.procedures.web.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.kientao.reform.procedures.app.catalogue.SearchResult;
import vn.kientao.reform.procedures.domain.Channel;
import vn.kientao.reform.procedures.domain.Component;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.LegalBasis;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.Result;
import vn.kientao.reform.procedures.domain.Step;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureSummary;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;

/** A procedure for programs. What the published record does not tell is absent; its words stand beside. */
public record ProcedureJson(
        String code,
        String name,
        int version,
        LocalDate validFrom,
        Instant updatedAt,
        String decision,
        String kind,
        String field,
        List<String> levels,
        List<String> subjects,
        String carriedOutBy,
        String competent,
        String receivingAddress,
        List<ChannelJson> channels,
        List<ComponentJson> components,
        List<Result> results,
        List<LegalBasisJson> legalBases,
        String conditions,
        List<Step> steps,
        Optional<String> portal) {

    static ProcedureJson of(ProcedureVersion version) {
        Procedure procedure = version.procedure();
        return new ProcedureJson(
                procedure.code().value(),
                procedure.name(),
                version.number(),
                version.validFrom(),
                version.importedAt(),
                procedure.decision(),
                procedure.kind(),
                procedure.field(),
                words(procedure.levels()),
                procedure.subjects(),
                procedure.responsibility().carriedOutBy().text(),
                procedure.responsibility().competent().text(),
                procedure.responsibility().receivingAddress(),
                procedure.channels().stream().map(ChannelJson::of).toList(),
                procedure.components().stream().map(ComponentJson::of).toList(),
                procedure.results(),
                procedure.legalBases().stream().map(LegalBasisJson::of).toList(),
                procedure.conditions(),
                procedure.steps(),
                CatalogueWords.portal(procedure));
    }

    /** @param unit such as {@code working-day}; absent when the record does not say, and then nothing may be computed */
    public record LimitJson(Optional<BigDecimal> amount, Optional<String> unit, boolean disputed, String text) {
        static LimitJson of(Deadline limit) {
            return new LimitJson(
                    limit.number(), limit.counts().map(CatalogueSearchForm::word), limit.disputed(), limit.text());
        }
    }

    /** @param certain whether the amount can be taken at its word */
    public record FeeJson(String kind, Optional<BigDecimal> amount, String currency, boolean certain, String text) {
        static FeeJson of(Fee fee) {
            return new FeeJson(
                    CatalogueSearchForm.word(fee.kind()),
                    Optional.ofNullable(fee.amount()),
                    fee.currency(),
                    fee.certain(),
                    fee.text());
        }
    }

    /** A way to hand in. */
    public record ChannelJson(String kind, LimitJson limit, List<FeeJson> fees, String note) {
        static ChannelJson of(Channel channel) {
            return new ChannelJson(
                    CatalogueSearchForm.word(channel.kind()),
                    LimitJson.of(channel.deadline()),
                    channel.fees().stream().map(FeeJson::of).toList(),
                    channel.note());
        }
    }

    /** A paper to hand in; numbers are absent when the record does not tell. */
    public record ComponentJson(
            String heading, String name, List<String> forms, Optional<Integer> originals, Optional<Integer> copies) {
        static ComponentJson of(Component component) {
            boolean stated = component.quantity().stated();
            return new ComponentJson(
                    component.heading(),
                    component.name(),
                    component.forms(),
                    stated ? Optional.of(component.quantity().originals()) : Optional.empty(),
                    stated ? Optional.of(component.quantity().copies()) : Optional.empty());
        }
    }

    /** A legal document. */
    public record LegalBasisJson(String number, String title, Optional<LocalDate> issued) {
        static LegalBasisJson of(LegalBasis basis) {
            return new LegalBasisJson(basis.number(), basis.title(), basis.issuedOn());
        }
    }

    /** A page of a search. */
    public record Listing(int total, int page, int pageSize, List<Row> procedures) {
        static Listing of(SearchResult result, int page, int pageSize) {
            return new Listing(
                    result.total(),
                    page,
                    pageSize,
                    result.hits().stream().map(Row::of).toList());
        }
    }

    /** A procedure in a list. */
    public record Row(
            String code,
            String name,
            String field,
            List<String> levels,
            List<String> channels,
            List<String> agencies,
            LimitJson limit,
            boolean limitVaries) {
        static Row of(CatalogueEntry entry) {
            ProcedureSummary summary = entry.summary();
            return new Row(
                    entry.code(),
                    summary.name(),
                    summary.field(),
                    words(summary.levels()),
                    words(summary.channels()),
                    summary.agencies(),
                    LimitJson.of(summary.limit()),
                    summary.limitVaries());
        }
    }

    private static List<String> words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(CatalogueSearchForm::word).toList();
    }
}
