package vn.kientao.reform.procedures.web.formbuilder;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.form.Overlap;

/**
 * Forms that ask alike.
 *
 * @param least percent of shared fields from which a pair is shown, as typed
 * @param labels key of the dictionary to its label, in the reader's language
 */
public record OverlapModel(Page page, String least, List<Overlap> pairs, Map<String, String> labels) {
    public OverlapModel {
        pairs = List.copyOf(pairs);
        labels = Map.copyOf(labels);
    }

    /** The shared fields in words. */
    public String shared(Overlap pair) {
        return pair.shared().stream()
                .map(identity ->
                        identity.startsWith("own:") ? identity.substring(4) : labels.getOrDefault(identity, identity))
                .collect(Collectors.joining(", "));
    }

    public String percent(Overlap pair) {
        return pair.percent().toPlainString().replace('.', ',') + " %";
    }
}
