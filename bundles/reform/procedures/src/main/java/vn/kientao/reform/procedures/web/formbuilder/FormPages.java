package vn.kientao.reform.procedures.web.formbuilder;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.WriterOutput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.form.Forms;
import vn.kientao.reform.procedures.domain.form.DictionaryField;
import vn.kientao.reform.procedures.domain.form.FormItem;
import vn.kientao.reform.procedures.domain.form.FormTemplate;
import vn.kientao.reform.procedures.domain.form.Overlap;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Forms: the list, one form with its builder, the dictionary, and which forms ask alike. */
@Component
public final class FormPages implements ModuleRoutes {
    private static final String HOME = "/forms";
    private static final TextBundle TEXTS = TextBundle.of(FormPages.class);
    private static final int PAGE = 50;
    private static final int LONGEST_TITLE = 400;
    private static final int LONGEST_LABEL = 200;
    private static final String LEAST = "50";

    private final Forms forms;
    private final Templates templates = new StaticTemplates();

    @Activate
    public FormPages(@Reference Forms forms) {
        this.forms = forms;
    }

    static LocalText words(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    @Override
    public void staff(Routes routes) {
        routes.get(HOME, FormPermissions.READ, request -> list(request, Map.of(), new FormErrors()))
                .menu("builder.menu", "file-earmark-text", 61)
                .query("after");
        routes.post(HOME, FormPermissions.BUILD, this::add);
        routes.get(
                HOME + "/dictionary", FormPermissions.READ, request -> dictionary(request, Map.of(), new FormErrors()));
        routes.post(HOME + "/dictionary", FormPermissions.BUILD, this::addField);
        routes.get(HOME + "/overlaps", FormPermissions.READ, this::overlaps).query("least");
        routes.get(HOME + "/{form}", FormPermissions.READ, this::show);
        routes.post(HOME + "/{form}/draft", FormPermissions.BUILD, this::draft);
        routes.post(HOME + "/{form}/publish", FormPermissions.BUILD, this::publish);
    }

    @Override
    public void api(Routes routes) {
        routes.get(
                        HOME + "/overlaps",
                        FormPermissions.READ,
                        request -> Reply.json(forms.overlaps(least(request)).stream()
                                .map(OverlapJson::of)
                                .toList()))
                .summary("builder.api.overlaps")
                .query("least")
                .returns(OverlapJson[].class);
    }

    /** @param percent shared fields of all fields of the two */
    record OverlapJson(String one, String other, List<String> shared, int union, BigDecimal percent) {
        static OverlapJson of(Overlap pair) {
            return new OverlapJson(pair.one().code(), pair.other().code(), pair.shared(), pair.union(), pair.percent());
        }
    }

    private Reply list(Request request, Map<String, String> typed, FormErrors errors) {
        Page page = request.page();
        List<FormTemplate> found = forms.forms(request.query("after").orElse(""), PAGE + 1);
        List<FormTemplate> shown = found.subList(0, Math.min(PAGE, found.size()));
        String further = found.size() > PAGE
                ? page.with("after", shown.get(shown.size() - 1).code())
                : "";
        return view(
                page.text("builder.title"),
                templates.formbuilderList(new FormListModel(page, shown, further, typed, errors)),
                errors);
    }

    /** The mistakes in what a new form is to be called. */
    static FormErrors errors(String code, String title, String procedure) {
        FormErrors errors = new FormErrors();
        if (!code.matches("[A-Za-z0-9][A-Za-z0-9.-]{1,58}")) {
            errors.add("code", words("builder.error.code", code));
        }
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            errors.add("title", words("builder.error.title", title.length(), LONGEST_TITLE));
        }
        if (procedure.length() > 60) {
            errors.add("procedure", words("builder.error.procedure", procedure.length(), 60));
        }
        return errors;
    }

    private Reply add(Request request) {
        String code = request.field("code").orElse("");
        String title = request.field("title").orElse("");
        String procedure = request.field("procedure").orElse("");
        FormErrors errors = errors(code, title, procedure);
        if (!errors.isEmpty()) {
            return list(request, request.fields(), errors);
        }
        Optional<Long> added = forms.add(code, title, procedure, request::audit);
        if (added.isEmpty()) {
            errors.add("code", words("builder.error.code-taken", code));
            return list(request, request.fields(), errors);
        }
        return Reply.seeOther(request.page().link(HOME + "/" + added.get()));
    }

    private Reply dictionary(Request request, Map<String, String> typed, FormErrors errors) {
        Page page = request.page();
        Reply.View view = view(
                page.text("builder.dictionary"),
                templates.formbuilderDictionary(new DictionaryModel(page, forms.dictionary(), typed, errors)),
                errors);
        return view.crumbs(new Reply.Crumb(page.text("builder.title"), page.link(HOME)));
    }

    private Reply addField(Request request) {
        String key = request.field("key").orElse("");
        String vi = request.field("vi").orElse("");
        String en = request.field("en").orElse("");
        String source = request.field("source").orElse("");
        FormErrors errors = new FormErrors();
        if (!DictionaryField.valid(key)) {
            errors.add("key", words("builder.error.key-shape", key));
        }
        for (Map.Entry<String, String> label : Map.of("vi", vi, "en", en).entrySet()) {
            if (label.getValue().isEmpty() || label.getValue().length() > LONGEST_LABEL) {
                errors.add(
                        label.getKey(),
                        words(
                                "builder.error.label-" + label.getKey(),
                                label.getValue().length(),
                                LONGEST_LABEL));
            }
        }
        if (source.length() > LONGEST_TITLE) {
            errors.add("source", words("builder.error.source", source.length(), LONGEST_TITLE));
        }
        if (!errors.isEmpty()) {
            return dictionary(request, request.fields(), errors);
        }
        DictionaryField field = new DictionaryField(
                key, new LocalText(vi, en), ItemsForm.kind(request.field("kind").orElse("")), source);
        if (!forms.addField(field, request::audit)) {
            errors.add("key", words("builder.error.key-taken", key));
            return dictionary(request, request.fields(), errors);
        }
        return Reply.seeOther(request.page().link(HOME + "/dictionary"))
                .flash(request.page().text("builder.field-added"));
    }

    private Reply show(Request request) {
        FormTemplate form = form(request);
        return show(request, form, ItemsForm.of(form.draft()), new FormErrors());
    }

    private Reply show(Request request, FormTemplate form, ItemsForm items, FormErrors errors) {
        Page page = request.page();
        BuilderModel model = new BuilderModel(page, form, forms.dictionary(), items, errors);
        return view(form.title(), templates.formbuilderOne(model), errors)
                .crumbs(new Reply.Crumb(page.text("builder.title"), page.link(HOME)));
    }

    private Reply draft(Request request) {
        FormTemplate form = seen(request);
        ItemsForm typed = new ItemsForm(request.fields());
        FormErrors errors = new FormErrors();
        List<FormItem> items = typed.read(forms.dictionary(), errors);
        if (!errors.isEmpty()) {
            return show(request, form, typed, errors);
        }
        forms.draft(form, items, request::audit);
        return Reply.seeOther(request.page().link(HOME + "/" + form.id()))
                .flash(request.page().text("builder.kept"));
    }

    private Reply publish(Request request) {
        FormTemplate form = seen(request);
        requireFields(form);
        forms.publish(form, request::audit);
        return Reply.seeOther(request.page().link(HOME + "/" + form.id()))
                .flash(request.page().text("builder.published", form.revision() + 1));
    }

    /** @throws ProblemException 409 when there is nothing to publish */
    static void requireFields(FormTemplate form) {
        if (form.draft().isEmpty()) {
            throw new ProblemException(
                    new Problem(409, "empty-form", words("builder.empty"), words("builder.empty-help")));
        }
    }

    private Reply overlaps(Request request) {
        Page page = request.page();
        Map<String, String> labels = forms.dictionary().stream()
                .collect(Collectors.toMap(
                        DictionaryField::key, field -> field.label().in(page.locale())));
        BigDecimal least = least(request);
        OverlapModel model = new OverlapModel(page, least.toPlainString(), forms.overlaps(least), labels);
        return view(page.text("builder.overlaps"), templates.formbuilderOverlaps(model), new FormErrors())
                .crumbs(new Reply.Crumb(page.text("builder.title"), page.link(HOME)));
    }

    /** From how many percent on; 50 when nothing sensible is typed. */
    private static BigDecimal least(Request request) {
        return new BigDecimal(request.query("least")
                .filter(typed -> typed.matches("\\d{1,2}|100"))
                .orElse(LEAST));
    }

    /** The form in the address, at the version that the sender saw. */
    private FormTemplate seen(Request request) {
        FormTemplate form = form(request);
        String seen = request.field("version").orElse("");
        if (!seen.equals(String.valueOf(form.version()))) {
            throw new StaleRecordException("form " + form.code(), form.version());
        }
        return form;
    }

    private FormTemplate form(Request request) {
        return form(forms, request);
    }

    /** @throws ProblemException 404 when there is no such form */
    static FormTemplate form(Forms forms, Request request) {
        String id = request.pathValue("form");
        return (id.matches("\\d{1,18}") ? forms.form(Long.parseLong(id)) : Optional.<FormTemplate>empty())
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "form-not-found", words("builder.not-found"), words("builder.not-found-help"))));
    }

    private static Reply.View view(String title, JteModel content, FormErrors errors) {
        return Reply.page(title, out -> content.render(new WriterOutput(out))).status(errors.isEmpty() ? 200 : 422);
    }
}
