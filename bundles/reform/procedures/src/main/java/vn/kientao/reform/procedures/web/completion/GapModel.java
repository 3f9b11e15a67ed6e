package vn.kientao.reform.procedures.web.completion;

import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.completion.GapTask;
import vn.kientao.reform.procedures.web.form.FormModel;

/** One gap with the form that completes it. */
public record GapModel(Page page, GapTask task, FormModel form) {

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    /** What is wrong with the record. */
    public String sentence() {
        return text(task.gap().key());
    }

    public String procedure() {
        return page.link("/catalogue/" + task.code());
    }

    /** Who completed it, when and from where. */
    public Optional<String> completed() {
        return task.done().map(done -> text("gap.completed", done.who(), Formats.time(done.at()), done.source()));
    }
}
