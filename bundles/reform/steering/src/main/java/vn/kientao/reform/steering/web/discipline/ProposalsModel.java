package vn.kientao.reform.steering.web.discipline;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import vn.kientao.platform.api.text.Masking;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.discipline.LateTask;

/** Late tasks of which nothing is recorded yet. */
public record ProposalsModel(Page page, List<LateTask> tasks, LocalDate today) {
    public ProposalsModel {
        tasks = List.copyOf(tasks);
    }

    public String person(LateTask task) {
        return Masking.name(task.person());
    }

    public String record(LateTask task) {
        return page.link("/discipline/new?task=" + URLEncoder.encode(task.code(), StandardCharsets.UTF_8));
    }
}
