package vn.kientao.reform.procedures.web.rule;

import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.reform.procedures.app.rule.RuleBook;
import vn.kientao.reform.procedures.domain.rule.RuleRow;
import vn.kientao.reform.procedures.domain.rule.RuleSet;
import vn.kientao.reform.procedures.web.dossier.IncomingFile;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/**
 * Loads a whole rule set from a file: first what it would change, then, when somebody says so, all of it at once. What is
 * known of the successors of 2025 comes along as such a file; nothing of it holds before it is loaded.
 */
@Component
public final class RuleLoadPages implements ModuleRoutes {
    private static final long MOST_BYTES = 500_000;
    private static final int WIDTH = 24;
    private static final String LOAD = "/rules/load";

    private final RuleBook book;
    private final Sheets sheets;
    private final Templates templates = new StaticTemplates();

    @Activate
    public RuleLoadPages(@Reference RuleBook book, @Reference Sheets sheets) {
        this.book = book;
        this.sheets = sheets;
    }

    @Override
    public void staff(Routes routes) {
        routes.get(LOAD, RulePages.RULES, request -> page(request, new FormErrors(), List.of(), 200));
        routes.post(LOAD, RulePages.RULES, this::tryOut)
                .uploads(MOST_BYTES, UploadKind.TEXT, UploadKind.XLSX)
                .showsRefusedFiles();
        routes.post(LOAD + "/commit", RulePages.RULES, this::commit);
        routes.get("/rules/set-b.json", RulePages.READ, this::json);
        routes.get("/rules/set-b.xlsx", RulePages.READ, this::sheet);
    }

    @Override
    public void api(Routes routes) {
        routes.post(LOAD, RulePages.RULES, this::load)
                .summary("rule.api.load")
                .query("commit")
                .uploads(MOST_BYTES, UploadKind.TEXT, UploadKind.XLSX)
                .returns(RuleLoadJson.class);
    }

    private Reply tryOut(Request request) {
        FormErrors errors = new FormErrors();
        return page(request, errors, uploaded(request, errors), 422);
    }

    private Reply commit(Request request) {
        FormErrors errors = new FormErrors();
        List<RuleRow> rows = new RuleRows(errors).json(request.field("rows").orElse("{}"));
        Optional<RuleSet> set = check(request, rows, errors);
        if (set.isEmpty() || !kept(request, set.get(), errors)) {
            return page(request, errors, rows, 422);
        }
        return Reply.seeOther(request.page().link("/rules"))
                .flash(request.page().text("rule.load.done"));
    }

    private Reply load(Request request) {
        FormErrors errors = new FormErrors();
        Optional<RuleSet> set = check(request, uploaded(request, errors), errors);
        List<RuleChange> changes =
                set.map(new RuleChanges(book.all(), book.forms())::of).orElse(List.of());
        boolean commit = request.query("commit").filter("true"::equals).isPresent();
        if (set.isEmpty() || (commit && !kept(request, set.get(), errors))) {
            throw new ProblemException(new Problem(
                    422,
                    "invalid",
                    Words.text("dossier.problem.invalid"),
                    Words.text("dossier.problem.invalid.do"),
                    errors.all()));
        }
        return Reply.json(RuleLoadJson.of(set.get(), changes, commit));
    }

    private List<RuleRow> uploaded(Request request, FormErrors errors) {
        Optional<Upload> file = request.upload("file").filter(one -> one.size() > 0);
        if (file.isEmpty()) {
            errors.add("file", request.refusedUploads().getOrDefault("file", Words.text("rule.load.error.none")));
            return List.of();
        }
        return new RuleRows(errors).read(IncomingFile.bytes(file.get()), sheets);
    }

    private Optional<RuleSet> check(Request request, List<RuleRow> rows, FormErrors errors) {
        return new RuleSetCheck(book.all(), book.forms(), today(request), errors).read(rows);
    }

    /** Loads the set; the errors say why not. */
    private boolean kept(Request request, RuleSet set, FormErrors errors) {
        if (set.isEmpty()) {
            errors.add("file", Words.text("rule.load.nothing"));
        } else if (!book.load(set, request::audit)) {
            errors.add("file", Words.text("rule.error.later"));
        }
        return errors.isEmpty();
    }

    /** @param status when something is wrong */
    private Reply page(Request request, FormErrors errors, List<RuleRow> rows, int status) {
        Page page = request.page();
        Optional<RuleSet> set = errors.isEmpty() ? check(request, rows, errors) : Optional.empty();
        List<RuleChange> changes =
                set.map(new RuleChanges(book.all(), book.forms())::of).orElse(List.of());
        RuleLoadModel model = new RuleLoadModel(
                page, new FormView(page, Map.of(), errors), set.stream().toList(), changes, RuleRows.text(rows));
        return Reply.page(
                        page.text("rule.load.title"),
                        out -> templates.ruleLoad(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("rule.title"), page.link("/rules")))
                .status(errors.isEmpty() ? 200 : status);
    }

    private Reply json(Request request) {
        byte[] text = setB(request).getBytes(StandardCharsets.UTF_8);
        return Reply.download("bo-quy-tac-b.json", "application/json", out -> out.write(text));
    }

    private Reply sheet(Request request) {
        List<RuleRow> rows = new RuleRows(new FormErrors()).json(setB(request));
        return Reply.download("bo-quy-tac-b.xlsx", SheetFormat.XLSX.contentType(), out -> write(rows, out));
    }

    private void write(List<RuleRow> rows, OutputStream out) throws IOException {
        List<SheetColumn> columns = RuleRows.COLUMNS.stream()
                .map(title -> new SheetColumn(title, WIDTH))
                .toList();
        try (SheetWriter sheet = sheets.write(SheetFormat.XLSX, out, SheetLayout.of("rules", columns))) {
            for (RuleRow row : rows) {
                sheet.row(RuleRows.cells(row).stream().map(SheetCell::text).toList());
            }
        }
    }

    /** What is known of the rule set of 2025, to hold from tomorrow. */
    private static String setB(Request request) {
        try (InputStream file =
                Objects.requireNonNull(RuleLoadPages.class.getResourceAsStream("/rules/set-b.json"), "set-b.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{from}", today(request).plusDays(1).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate today(Request request) {
        return Words.now(request).toLocalDate();
    }
}
