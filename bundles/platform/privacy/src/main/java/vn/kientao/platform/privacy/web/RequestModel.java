package vn.kientao.platform.privacy.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.privacy.PersonalField;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.privacy.domain.RequestStep;
import vn.kientao.platform.privacy.domain.SubjectRequest;

/**
 * One request, for whoever answers it.
 *
 * @param address of the request
 * @param form of the step that was refused, with what was typed
 * @param refused the step whose form has mistakes
 * @param found what is kept about the person; none once it is carried out or refused
 * @param fields that can be corrected
 * @param names account → name
 */
public record RequestModel(
        Page page,
        String address,
        SubjectRequest request,
        FormView form,
        Optional<RequestStep> refused,
        List<Found> found,
        List<PersonalField> fields,
        Map<String, String> names,
        boolean late) {

    public RequestModel {
        found = List.copyOf(found);
        fields = List.copyOf(fields);
    }

    /** A record, in words. */
    public record Found(String key, String title, List<Value> values) {
        public Found {
            values = List.copyOf(values);
        }
    }

    /** A field of a record. */
    public record Value(String label, String value) {}

    public boolean may(RequestStep step) {
        return step.allowedFor(request);
    }

    /** Whether a step's form is unfolded: the next thing to do, and one that was refused. */
    public boolean opens(RequestStep step, String button) {
        return button.equals("btn-primary") || refused.equals(Optional.of(step));
    }

    public String kindText() {
        return page.text("request.kind." + request.kind().word());
    }

    public String stateText() {
        return page.text("request.state." + request.state().word());
    }

    public String due() {
        return Formats.time(request.dueAt());
    }

    public String who(String account) {
        if (account.isEmpty()) {
            return page.text("request.by-person");
        }
        return names.getOrDefault(account, account);
    }

    public boolean exportable() {
        return !found.isEmpty();
    }
}
