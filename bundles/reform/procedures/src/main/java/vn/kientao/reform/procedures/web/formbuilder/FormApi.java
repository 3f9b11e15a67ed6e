package vn.kientao.reform.procedures.web.formbuilder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.form.Forms;
import vn.kientao.reform.procedures.domain.form.FormItem;
import vn.kientao.reform.procedures.domain.form.FormTemplate;
import vn.kientao.reform.procedures.web.form.By;

/** Forms for programs: read, made, drafted, published; changes name the version that was seen in {@code If-Match}. */
@Component
public final class FormApi implements ModuleRoutes {
    private static final String HOME = "/forms";
    private static final String ONE = HOME + "/{form}";
    private static final int PAGE = 100;

    private final Forms forms;

    @Activate
    public FormApi(@Reference Forms forms) {
        this.forms = forms;
    }

    /** A form to be made. */
    public record NewFormJson(
            @Nullable String code,
            @Nullable String title,
            @Nullable String procedure) {}

    /**
     * A field.
     *
     * @param key of the dictionary; empty for a field of the form's own
     */
    public record ItemJson(
            @Nullable String key,
            @Nullable String label,
            @Nullable String kind,
            @Nullable Boolean required) {
        static ItemJson of(FormItem item) {
            return new ItemJson(item.key(), item.label(), item.kind().word(), item.required());
        }
    }

    /** All fields of the draft, in their order. */
    public record DraftJson(@Nullable List<ItemJson> items) {}

    /** @param revision how often it was published; 0 for never */
    public record FormJson(
            long id,
            long version,
            String code,
            String title,
            String procedure,
            int revision,
            List<ItemJson> draft,
            List<ItemJson> published) {
        static FormJson of(FormTemplate form) {
            return new FormJson(
                    form.id(),
                    form.version(),
                    form.code(),
                    form.title(),
                    form.procedure(),
                    form.revision(),
                    form.draft().stream().map(ItemJson::of).toList(),
                    form.published().stream().map(ItemJson::of).toList());
        }
    }

    /** @param next to be asked {@code after} next; absent on the last page */
    public record ListJson(List<FormJson> forms, Optional<String> next) {}

    @Override
    public void api(Routes routes) {
        routes.get(HOME, FormPermissions.READ, this::list)
                .summary("builder.api.list")
                .query("after")
                .returns(ListJson.class);
        routes.post(HOME, FormPermissions.BUILD, this::add)
                .summary("builder.api.add")
                .accepts(NewFormJson.class)
                .returns(FormJson.class);
        routes.get(ONE, FormPermissions.READ, request -> answer(FormPages.form(forms, request)))
                .summary("builder.api.form")
                .returns(FormJson.class)
                .versioned();
        routes.put(ONE + "/draft", FormPermissions.BUILD, this::draft)
                .summary("builder.api.draft")
                .accepts(DraftJson.class)
                .returns(FormJson.class)
                .versioned();
        routes.post(ONE + "/publish", FormPermissions.BUILD, this::publish)
                .summary("builder.api.publish")
                .returns(FormJson.class)
                .versioned();
    }

    private Reply list(Request request) {
        List<FormTemplate> found = forms.forms(request.query("after").orElse(""), PAGE);
        Optional<String> next = found.size() < PAGE
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1).code());
        return Reply.json(new ListJson(found.stream().map(FormJson::of).toList(), next));
    }

    private Reply add(Request request) {
        NewFormJson body = request.json(NewFormJson.class);
        String code = Optional.ofNullable(body.code()).orElse("");
        String title = Optional.ofNullable(body.title()).orElse("").strip();
        String procedure = Optional.ofNullable(body.procedure()).orElse("");
        FormErrors errors = FormPages.errors(code, title, procedure);
        if (!errors.isEmpty()) {
            throw By.invalid(errors);
        }
        long id = forms.add(code, title, procedure, request::audit)
                .orElseThrow(() -> new ProblemException(new Problem(
                        409,
                        "code-taken",
                        FormPages.words("builder.error.code-taken", code),
                        FormPages.words("api.invalid.do"))));
        Reply.Json answer = answer(forms.form(id).orElseThrow());
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("Location", request.page().link(HOME + "/" + id));
        return new Reply.Json(201, answer.value(), headers);
    }

    private Reply draft(Request request) {
        FormTemplate form = expected(request);
        Map<String, String> typed = new LinkedHashMap<>();
        int row = 0;
        for (ItemJson item :
                Optional.ofNullable(request.json(DraftJson.class).items()).orElse(List.of())) {
            row++;
            By.put(typed, "key-" + row, item.key());
            By.put(typed, "label-" + row, item.label());
            By.put(typed, "kind-" + row, item.kind());
            By.put(typed, "required-" + row, Boolean.TRUE.equals(item.required()) ? "1" : null);
        }
        FormErrors errors = new FormErrors();
        if (row > ItemsForm.MOST_ROWS) {
            errors.add("items", FormPages.words("builder.error.rows", "" + row, "" + ItemsForm.MOST_ROWS));
        }
        List<FormItem> items = new ItemsForm(typed).read(forms.dictionary(), errors);
        if (!errors.isEmpty()) {
            throw By.invalid(errors);
        }
        forms.draft(form, items, request::audit);
        return answer(FormPages.form(forms, request));
    }

    private Reply publish(Request request) {
        FormTemplate form = expected(request);
        FormPages.requireFields(form);
        forms.publish(form, request::audit);
        return answer(FormPages.form(forms, request));
    }

    private FormTemplate expected(Request request) {
        FormTemplate form = FormPages.form(forms, request);
        request.expect(form.version());
        return form;
    }

    private static Reply.Json answer(FormTemplate form) {
        return Reply.json(FormJson.of(form)).version(form.version());
    }
}
