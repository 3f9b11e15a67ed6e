package vn.kientao.reform.procedures.web.petition;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.domain.petition.PetitionFilter;
import vn.kientao.reform.procedures.domain.petition.PetitionState;
import vn.kientao.reform.procedures.web.dossier.Words;

/** The filter of the register, as it stands in the address. What cannot be read does not filter. */
final class PetitionListForm {
    private static final List<String> PARAMETERS = List.of("view", "state", "kind", "q");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Request request;

    PetitionListForm(Request request) {
        this.request = request;
        PARAMETERS.forEach(name -> request.query(name).ifPresent(value -> values.put(name, value)));
    }

    PetitionView view() {
        return PetitionView.of(values.getOrDefault("view", "")).orElse(PetitionView.OPEN);
    }

    PetitionFilter filter() {
        return filter(view());
    }

    /** The whole of a view, whatever else is filtered. */
    PetitionFilter whole(PetitionView view) {
        return new PetitionFilter(
                request.agency().code(),
                view.running(),
                Optional.empty(),
                Optional.empty(),
                dueBefore(view),
                Optional.empty());
    }

    private PetitionFilter filter(PetitionView view) {
        Optional<PetitionState> state = Optional.ofNullable(values.get("state")).flatMap(PetitionState::of);
        return new PetitionFilter(
                request.agency().code(),
                view.running(),
                state,
                Optional.ofNullable(values.get("kind")),
                dueBefore(view),
                Optional.ofNullable(values.get("q")).map(Folding::fold));
    }

    private Optional<LocalDateTime> dueBefore(PetitionView view) {
        LocalDateTime now = Words.now(request);
        return switch (view) {
            case OVERDUE -> Optional.of(now);
            case SOON -> Optional.of(now.toLocalDate().plusDays(3).atStartOfDay());
            case OPEN, ENDED -> Optional.empty();
        };
    }

    boolean narrowed() {
        return values.keySet().stream().anyMatch(name -> !name.equals("view"));
    }

    Optional<Long> after() {
        return request.query("after")
                .filter(text -> text.matches("-?\\d{1,18}"))
                .map(Long::valueOf);
    }

    FormView form() {
        return FormView.of(request.page(), values);
    }
}
