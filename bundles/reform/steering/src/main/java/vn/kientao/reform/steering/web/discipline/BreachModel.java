package vn.kientao.reform.steering.web.discipline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.discipline.Discipline;
import vn.kientao.reform.steering.domain.discipline.Breach;
import vn.kientao.reform.steering.domain.discipline.BreachAction;
import vn.kientao.reform.steering.domain.discipline.BreachEvent;
import vn.kientao.reform.steering.domain.discipline.Followed;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * The page of a breach, with the name in full.
 *
 * @param form what was typed into the step named by its value {@code action}
 * @param people name by account, of those who did something
 */
public record BreachModel(
        FormView form, Discipline.View view, AgencyNames names, Map<String, String> people, boolean own) {
    public BreachModel {
        people = Map.copyOf(people);
    }

    public Page page() {
        return form.page();
    }

    public Breach breach() {
        return view.breach();
    }

    public String style() {
        return DisciplineWords.style(breach().state());
    }

    public List<BreachAction> actions() {
        return own
                ? Arrays.stream(BreachAction.values())
                        .filter(action -> action.possible(breach().state()))
                        .toList()
                : List.of();
    }

    public List<Followed> outcomes() {
        return List.of(Followed.REMINDER, Followed.CRITICISM, Followed.BY_LAW, Followed.ACCEPTED);
    }

    public boolean failed(BreachAction action) {
        return action.word().equals(form.value("action"));
    }

    public String id(BreachAction action, String field) {
        return failed(action) ? field : field + "-" + action.word();
    }

    public String value(BreachAction action, String field) {
        return failed(action) ? form.value(field) : "";
    }

    public String who(BreachEvent event) {
        return people.getOrDefault(event.account(), event.account());
    }
}
