package vn.kientao.reform.procedures.web.completion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.completion.GapTask;
import vn.kientao.reform.procedures.domain.completion.WantedGaps;
import vn.kientao.reform.procedures.web.form.Inputs;
import vn.kientao.reform.procedures.web.publication.PublicationPermissions;

/** What is to be completed, by kind, with how far it is. */
public final class GapListModel {
    static final int PAGE_SIZE = 50;

    private final Page page;
    private final WantedGaps wanted;
    private final List<GapTask> tasks;
    private final Map<GapKind, Long> open;
    private final Map<GapKind, Long> done;

    GapListModel(Page page, WantedGaps wanted, List<GapTask> tasks, Map<GapKind, Long> open, Map<GapKind, Long> done) {
        this.page = page;
        this.wanted = wanted;
        this.tasks = List.copyOf(tasks);
        this.open = Map.copyOf(open);
        this.done = Map.copyOf(done);
    }

    /** A task in the list. */
    public record Row(String code, String link, String name, String sentence, String words, String who) {}

    /** A choice of the filter with its counts. */
    public record Choice(String value, String text, boolean chosen) {}

    public Page page() {
        return page;
    }

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    public boolean doneOnes() {
        return wanted.done();
    }

    public long openCount() {
        return sum(open.values());
    }

    public long doneCount() {
        return sum(done.values());
    }

    public long allCount() {
        return openCount() + doneCount();
    }

    public String progress() {
        return text("gap.progress", Formats.number(doneCount()), Formats.number(allCount()));
    }

    public List<Choice> kinds() {
        TreeSet<GapKind> kinds = new TreeSet<>(open.keySet());
        kinds.addAll(done.keySet());
        List<Choice> choices = new ArrayList<>();
        for (GapKind kind : kinds) {
            String counts = text(
                    "gap.counts",
                    text(kind.key()),
                    Formats.number(open.getOrDefault(kind, 0L)),
                    Formats.number(done.getOrDefault(kind, 0L)));
            choices.add(new Choice(
                    Inputs.word(kind),
                    counts,
                    wanted.kind().filter(kind::equals).isPresent()));
        }
        return choices;
    }

    public List<Row> rows() {
        boolean may = page.can(PublicationPermissions.DRAFT);
        return tasks.stream().limit(PAGE_SIZE).map(task -> row(task, may)).toList();
    }

    private Row row(GapTask task, boolean may) {
        String link = may
                ? page.link("/gaps/" + task.versionId() + "/" + task.place())
                : page.link("/catalogue/" + task.code());
        return new Row(
                task.code(),
                link,
                task.name(),
                text(task.gap().key()),
                task.gap().text(),
                task.done()
                        .map(made -> made.who() + ", " + Formats.time(made.at()))
                        .orElse(""));
    }

    public Optional<String> next() {
        if (tasks.size() <= PAGE_SIZE) {
            return Optional.empty();
        }
        GapTask last = tasks.get(PAGE_SIZE - 1);
        return Optional.of(page.with("after", last.versionId() + "-" + last.place()));
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
