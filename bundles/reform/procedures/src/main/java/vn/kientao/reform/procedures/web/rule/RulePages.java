package vn.kientao.reform.procedures.web.rule;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.rule.RuleBook;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.dossier.RuleSettings;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Quy tắc tính thời hạn: the rule sets with their days and their legal basis. */
@Component
public final class RulePages implements ModuleRoutes {
    static final Permission READ = new Permission("procedures.read");
    static final Permission RULES = new Permission("procedures.rules");

    private final RuleBook book;
    private final Templates templates = new StaticTemplates();

    @Activate
    public RulePages(@Reference RuleBook book) {
        this.book = book;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/rules", READ, this::show).menu("rule.menu", "hourglass-split", 65);
        routes.post("/rules", RULES, this::add);
    }

    @Override
    public void api(Routes routes) {
        routes.get("/rules", READ, request -> Reply.json(Listing.of(book.all())))
                .summary("rule.api.list")
                .returns(Listing.class);
    }

    private Reply show(Request request) {
        RuleSettings last =
                book.all().stream().findFirst().map(DeadlineRule::settings).orElse(RuleSettings.OF_DECREE_61);
        return page(request, FormView.of(request.page(), RuleForm.fresh(last)), 200);
    }

    private Reply add(Request request) {
        FormErrors errors = new FormErrors();
        Map<String, String> values = request.fields();
        Optional<DeadlineRule> rule = new RuleForm(values, today(request), errors).rule();
        if (rule.isPresent() && !book.add(rule.get(), request::audit)) {
            errors.add("from", Words.text("rule.error.later"));
        }
        if (rule.isEmpty() || !errors.isEmpty()) {
            return page(request, new FormView(request.page(), values, errors), 422);
        }
        Page page = request.page();
        return Reply.seeOther(page.link("/rules"))
                .flash(page.text(
                        "rule.added", rule.get().code(), Formats.date(rule.get().validFrom())));
    }

    private Reply page(Request request, FormView form, int status) {
        RuleModel model = new RuleModel(request.page(), book.all(), book.statements(), today(request), form);
        return Reply.page(
                        request.page().text("rule.title"),
                        out -> templates.ruleRules(model).render(new WriterOutput(out)))
                .status(status);
    }

    private static LocalDate today(Request request) {
        return Words.now(request).toLocalDate();
    }

    /** The rule sets for programs. */
    public record Listing(List<Item> items) {
        public Listing {
            items = List.copyOf(items);
        }

        static Listing of(List<DeadlineRule> rules) {
            return new Listing(rules.stream().map(Item::of).toList());
        }
    }

    /**
     * A rule set.
     *
     * @param validTo the last day; left out while it holds
     * @param supplement {@code RESTART} or {@code PAUSE}
     */
    public record Item(
            String code,
            String reading,
            String validFrom,
            @Nullable String validTo,
            String legalBasis,
            String supplement,
            String transferCutOff,
            int noticeDays,
            int mostSupplements,
            int apologyDays,
            int mostReAppointments,
            int reviewHours,
            boolean paymentPauses) {
        static Item of(DeadlineRule rule) {
            RuleSettings settings = rule.settings();
            return new Item(
                    rule.code(),
                    rule.reading().name(),
                    rule.validFrom().toString(),
                    rule.validTo().map(LocalDate::toString).orElse(null),
                    rule.legalBasis(),
                    settings.supplement().name(),
                    settings.transferCutOff().toString(),
                    settings.noticeDays(),
                    settings.mostSupplements(),
                    settings.apologyDays(),
                    settings.mostReAppointments(),
                    settings.reviewHours(),
                    settings.paymentPauses());
        }
    }
}
