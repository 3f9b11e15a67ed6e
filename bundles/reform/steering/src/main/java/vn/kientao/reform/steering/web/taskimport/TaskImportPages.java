package vn.kientao.reform.steering.web.taskimport;

import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetRefusedException;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFiles;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
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
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.app.taskimport.TaskImports;
import vn.kientao.reform.steering.domain.taskimport.ImportColumn;
import vn.kientao.reform.steering.domain.taskimport.TaskImport;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.task.TaskDoor;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Tasks from a sheet: template, trial with every refused field, giving, taking back. */
@Component
public final class TaskImportPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(TaskImportPages.class);
    private static final long MOST_BYTES = 5_000_000;
    private static final int NAME = 150;
    private static final String ONE = "/task-imports/{id}";

    private final TaskImports imports;
    private final Tasks tasks;
    private final Programmes programmes;
    private final Agencies agencies;
    private final Sheets sheets;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public TaskImportPages(
            @Reference TaskImports imports,
            @Reference Tasks tasks,
            @Reference Programmes programmes,
            @Reference Agencies agencies,
            @Reference Sheets sheets,
            @Reference TableFiles files) {
        this.imports = imports;
        this.tasks = tasks;
        this.programmes = programmes;
        this.agencies = agencies;
        this.sheets = sheets;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/task-imports", SteeringPermissions.GIVE, this::list);
        routes.post("/task-imports", SteeringPermissions.GIVE, this::upload)
                .uploads(MOST_BYTES, UploadKind.XLSX, UploadKind.TEXT);
        for (SheetFormat format : SheetFormat.values()) {
            routes.get(
                    format.fileName("/task-imports/template"),
                    SteeringPermissions.GIVE,
                    request -> template(request.page().texts(), format));
        }
        routes.get(ONE, SteeringPermissions.GIVE, this::show);
        files.offerSheets(routes, ONE + "/errors", SteeringPermissions.GIVE, this::errors);
        routes.post(ONE + "/commit", SteeringPermissions.GIVE, this::commit);
        routes.post(ONE + "/undo", SteeringPermissions.GIVE, this::undo);
    }

    private Reply list(Request request) {
        return list(request, FormView.of(request.page(), Map.of()), 200);
    }

    private Reply list(Request request, FormView form, int status) {
        Page page = request.page();
        TaskImportListModel model =
                new TaskImportListModel(form, imports.newest(request.agency().code()));
        return Reply.page(
                        page.text("import.title"),
                        out -> templates.taskimportList(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("task.title"), page.link("/tasks")))
                .status(status);
    }

    private Reply template(Texts texts, SheetFormat format) {
        SheetLayout layout = SheetLayout.of(
                texts.get("import.sheet"),
                Arrays.stream(ImportColumn.values())
                        .map(column -> new SheetColumn(title(texts, column), column.width()))
                        .toList());
        return Reply.download(
                format.fileName("mau-nhap-nhiem-vu"), format.contentType(), out -> write(out, format, layout));
    }

    private void write(OutputStream out, SheetFormat format, SheetLayout layout) throws IOException {
        try (SheetWriter sheet = sheets.write(format, out, layout)) {
            sheet.row(layout.columns().stream().map(column -> SheetCell.empty()).toList());
        }
    }

    private static String title(Texts texts, ImportColumn column) {
        return texts.get(column.textKey()) + (column.needed() ? "*" : "");
    }

    private Reply upload(Request request) {
        FormErrors errors = new FormErrors();
        Optional<Upload> upload = request.upload("file").filter(one -> one.size() > 0);
        if (upload.isEmpty()) {
            errors.add("file", TEXTS.text("import.error.none"));
            return list(request, new FormView(request.page(), Map.of(), errors), 422);
        }
        try (InputStream in = upload.get().open()) {
            String name = upload.get().name();
            long id = imports.keep(
                    name.length() > NAME ? name.substring(name.length() - NAME) : name,
                    new SheetTasks(sheets).read(in),
                    TaskDoor.act(request, "steering.try-tasks", ""));
            return Reply.seeOther(request.page().link("/task-imports/" + id));
        } catch (SheetRefusedException e) {
            errors.add("file", e.reason());
            return list(request, new FormView(request.page(), Map.of(), errors), 422);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply show(Request request) {
        TaskImport sheet = find(request);
        Page page = request.page();
        TaskImportModel model = new TaskImportModel(
                page,
                sheet,
                sheet.state() == TaskImport.State.TRIED ? trial(request, sheet) : new Trial(List.of(), List.of()),
                imports.tasks(sheet),
                new AgencyNames(agencies, page));
        return Reply.page(
                        sheet.fileName(),
                        out -> templates.taskimportTrial(model).render(new WriterOutput(out)))
                .crumbs(
                        new Reply.Crumb(page.text("task.title"), page.link("/tasks")),
                        new Reply.Crumb(page.text("import.title"), page.link("/task-imports")));
    }

    private Trial trial(Request request, TaskImport sheet) {
        return Trial.of(imports.cells(sheet), request, agencies, programmes.areas(TaskDoor.today(request)), tasks);
    }

    private TableFile errors(Request request) {
        TaskImport sheet = find(request);
        Page page = request.page();
        return new TableFile(
                "loi-nhap-nhiem-vu-" + sheet.id(),
                "task-import",
                page.text("import.faults"),
                List.of(sheet.fileName()),
                List.of(
                        new TableFile.Column(page.text("import.row"), 8),
                        new TableFile.Column(page.text("import.field"), 24),
                        new TableFile.Column(page.text("import.value"), 40),
                        new TableFile.Column(page.text("import.expected"), 60)),
                line -> {
                    for (Trial.Fault fault : trial(request, sheet).faults()) {
                        line.add(List.of(
                                SheetCell.number(fault.row()),
                                SheetCell.text(TaskImportModel.field(page, fault)),
                                SheetCell.text(fault.value()),
                                SheetCell.text(page.texts().get(fault.message()))));
                    }
                },
                List.of());
    }

    private Reply commit(Request request) {
        TaskImport sheet = find(request);
        Trial trial = trial(request, sheet);
        if (trial.orders().isEmpty()) {
            throw TaskDoor.refused(request.page().text("import.commit.none"));
        }
        return step(request, sheet, () -> {
            imports.commit(sheet, trial.orders(), TaskDoor.act(request, "steering.import-tasks", ""));
            return request.page().text("import.committed", "" + trial.orders().size());
        });
    }

    private Reply undo(Request request) {
        TaskImport sheet = find(request);
        return step(request, sheet, () -> {
            int cancelled = imports.undo(
                    sheet,
                    TEXTS.text("import.undo.reason", sheet.fileName()).vi(),
                    TaskDoor.act(request, "steering.undo-import", ""));
            return request.page().text("import.undone", "" + cancelled);
        });
    }

    private static Reply step(Request request, TaskImport sheet, Supplier<String> change) {
        try {
            String flash = change.get();
            return Reply.seeOther(request.page().link("/task-imports/" + sheet.id()))
                    .flash(flash);
        } catch (StaleRecordException e) {
            throw new ProblemException(new Problem(
                    409, "import-moved-on", TEXTS.text("import.problem.moved-on"), TEXTS.text("task.problem.step.do")));
        }
    }

    private TaskImport find(Request request) {
        String id = request.pathValue("id");
        return Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> imports.find(request.agency().code(), Long.parseLong(text)))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "import-not-found",
                        TEXTS.text("import.problem.none", id),
                        TEXTS.text("task.problem.none.do"))));
    }
}
