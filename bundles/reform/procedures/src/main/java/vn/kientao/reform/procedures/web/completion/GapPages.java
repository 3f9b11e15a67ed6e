package vn.kientao.reform.procedures.web.completion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.completion.Completions;
import vn.kientao.reform.procedures.domain.DeadlineUnit;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.completion.Completion;
import vn.kientao.reform.procedures.domain.completion.GapTask;
import vn.kientao.reform.procedures.domain.completion.Shape;
import vn.kientao.reform.procedures.domain.completion.WantedGaps;
import vn.kientao.reform.procedures.web.form.By;
import vn.kientao.reform.procedures.web.form.FormModel;
import vn.kientao.reform.procedures.web.form.Input;
import vn.kientao.reform.procedures.web.form.Inputs;
import vn.kientao.reform.procedures.web.form.Reading;
import vn.kientao.reform.procedures.web.publication.PublicationPermissions;
import vn.kientao.reform.procedures.web.sheet.TableFiles;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The work list of what published records leave open, and a form for each. */
@Component
public final class GapPages implements ModuleRoutes {
    private static final String LIST = "/gaps";
    private static final String PREFIX = "gap.field";
    private static final int LONG = 2000;
    private static final int WORDS = 4000;

    private final Completions completions;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public GapPages(@Reference Completions completions, @Reference TableFiles files) {
        this.completions = completions;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get(LIST, PublicationPermissions.READ, this::list)
                .menu("gap.menu", "list-check", 34)
                .query("kind", "done", "after");
        files.offerSheets(
                routes,
                LIST,
                PublicationPermissions.READ,
                request ->
                        new GapFile(completions, wanted(request), request.page().texts()).table());
        routes.get(LIST + "/{version}/{place}", PublicationPermissions.DRAFT, this::show);
        routes.post(LIST + "/{version}/{place}", PublicationPermissions.DRAFT, this::complete);
    }

    /** Which tasks the address asks for. */
    static WantedGaps wanted(Request request) {
        Optional<GapKind> kind = Arrays.stream(GapKind.values())
                .filter(one ->
                        request.query("kind").filter(Inputs.word(one)::equals).isPresent())
                .findFirst();
        String[] after = request.query("after")
                .filter(key -> key.matches("\\d{1,18}-\\d{1,9}"))
                .orElse("0-0")
                .split("-", -1);
        int place = after[0].equals("0") ? -1 : Integer.parseInt(after[1]);
        return new WantedGaps(request.query("done").isPresent(), kind, Long.parseLong(after[0]), place);
    }

    private Reply list(Request request) {
        Page page = request.page();
        WantedGaps wanted = wanted(request);
        GapListModel model = new GapListModel(
                page,
                wanted,
                completions.page(wanted, GapListModel.PAGE_SIZE + 1),
                completions.counts(false),
                completions.counts(true));
        return By.page(page.text("gap.title"), templates.completionList(model));
    }

    private GapTask task(Request request) {
        long version = By.id(request, "version");
        long place = By.id(request, "place");
        if (place > Integer.MAX_VALUE) {
            throw By.notFound();
        }
        return completions.find(version, (int) place).orElseThrow(By::notFound);
    }

    private Reply show(Request request) {
        GapTask task = task(request);
        Map<String, String> values = task.done()
                .or(() -> completions.earlier(task))
                .map(GapPages::values)
                .orElse(Map.of());
        boolean suggested = task.done().isEmpty() && !values.isEmpty();
        return form(
                request.page(),
                task,
                values,
                new FormErrors(),
                Optional.of("gap.suggested").filter(key -> suggested));
    }

    private static Map<String, String> values(Completion made) {
        Map<String, String> values = new LinkedHashMap<>();
        made.amount()
                .ifPresent(amount ->
                        values.put("amount", amount.stripTrailingZeros().toPlainString()));
        made.unit().ifPresent(unit -> values.put("unit", unit.name()));
        made.originals().ifPresent(number -> values.put("originals", "" + number));
        made.copies().ifPresent(number -> values.put("copies", "" + number));
        values.put("words", made.words());
        values.put("source", made.source());
        return values;
    }

    private Reply.View form(
            Page page, GapTask task, Map<String, String> values, FormErrors errors, Optional<String> noticeKey) {
        Inputs inputs = new Inputs(page, PREFIX, values, errors);
        List<Input> fields = new ArrayList<>();
        switch (Shape.of(task.gap().kind())) {
            case LIMIT -> {
                fields.add(inputs.number("amount"));
                fields.add(inputs.choice("unit", "publication.unit", DeadlineUnit.values()));
            }
            case FEE -> fields.add(inputs.hinted(inputs.area("words", 3), "publication.fees-hint"));
            case QUANTITY -> {
                fields.add(inputs.number("originals"));
                fields.add(inputs.number("copies"));
            }
            case WORDS -> fields.add(inputs.area("words", 4));
        }
        fields.add(inputs.hinted(inputs.area("source", 2), "gap.source-hint"));
        FormModel form = new FormModel(
                page,
                task.name(),
                "",
                page.link(LIST + "/" + task.versionId() + "/" + task.place()),
                page.text("gap.complete"),
                page.link(LIST),
                Map.of(),
                List.of(new FormModel.Group("", fields)),
                errors,
                noticeKey.map(page::text),
                Optional.empty());
        GapModel model = new GapModel(page, task, form);
        return By.page(task.name(), templates.completionGap(model))
                .crumbs(new Reply.Crumb(page.text("gap.title"), page.link(LIST)));
    }

    private Reply complete(Request request) {
        Page page = request.page();
        GapTask task = task(request);
        Reading reading = new Reading(request, PREFIX);
        Shape shape = Shape.of(task.gap().kind());
        Optional<BigDecimal> amount = Optional.empty();
        Optional<DeadlineUnit> unit = Optional.empty();
        Optional<Integer> originals = Optional.empty();
        Optional<Integer> copies = Optional.empty();
        String words = "";
        switch (shape) {
            case LIMIT -> {
                reading.required("amount", 6);
                reading.required("unit", 20);
                amount = reading.number("amount").map(BigDecimal::valueOf);
                unit = reading.choice("unit", DeadlineUnit.values());
            }
            case QUANTITY -> {
                reading.required("originals", 3);
                originals = reading.number("originals");
                copies = reading.number("copies").or(() -> Optional.of(0));
            }
            case FEE, WORDS -> words = reading.required("words", WORDS);
        }
        String source = reading.required("source", LONG);
        if (!reading.errors().isEmpty()) {
            return form(page, task, request.fields(), reading.errors(), Optional.empty())
                    .status(422);
        }
        Completion made = new Completion(
                task.place(),
                task.gap(),
                amount,
                unit,
                originals,
                copies,
                words,
                source,
                request.actor().account(),
                request.actor().name(),
                request.now());
        try {
            completions.complete(task, made, By.of(request));
        } catch (StaleRecordException e) {
            return form(page, task(request), request.fields(), reading.errors(), Optional.of("gap.overtaken"))
                    .status(409);
        }
        return Reply.seeOther(page.link(LIST)).flash(page.text("gap.done", task.name()));
    }
}
