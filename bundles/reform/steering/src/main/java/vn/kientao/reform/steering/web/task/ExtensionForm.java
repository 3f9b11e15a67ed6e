package vn.kientao.reform.steering.web.task;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.steering.app.task.Extensions;
import vn.kientao.reform.steering.domain.task.Extension;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.web.FormReader;

/** Reads what is asked and decided about more time. */
record ExtensionForm(FormReader reader, FormErrors errors, LocalDate today) {
    private static final TextBundle TEXTS = TextBundle.of(ExtensionForm.class);
    private static final int NOTE = 2_000;

    /** What the lead asks for. */
    record Wish(LocalDate wanted, String reason) {}

    /** What the giver decides; no day refuses. */
    record Decision(Optional<LocalDate> day, String answer) {}

    Optional<Wish> wish(Task task, Extensions extensions) {
        Optional<LocalDate> wanted = reader.neededDay("wanted");
        String reason = reader.text("reason", 1, NOTE);
        wanted.filter(day -> task.due().filter(day::isAfter).isEmpty())
                .ifPresent(day -> errors.add("wanted", later(day, task.due())));
        extensions.refusal(task, today).ifPresent(why -> errors.add("wanted", TEXTS.text(TaskDoor.textKey(why))));
        return errors.isEmpty() ? wanted.map(day -> new Wish(day, reason)) : Optional.empty();
    }

    Optional<Decision> decision(Extension extension) {
        boolean granted = reader.field("decision").filter("grant"::equals).isPresent();
        Optional<LocalDate> day = granted ? reader.neededDay("day") : Optional.empty();
        String answer = reader.text("answer", granted ? 0 : 1, NOTE);
        day.filter(one -> !one.isAfter(extension.dueBefore()) || one.isBefore(today))
                .ifPresent(one -> errors.add("day", later(one, Optional.of(extension.dueBefore()))));
        return errors.isEmpty() ? Optional.of(new Decision(day, answer)) : Optional.empty();
    }

    private static LocalText later(LocalDate day, Optional<LocalDate> due) {
        return TEXTS.text(
                "extension.error.wanted",
                Formats.date(day),
                due.map(Formats::date).orElse(""));
    }
}
