package vn.kientao.reform.procedures.app.publication;

import static java.util.Objects.requireNonNull;

import java.util.List;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.publication.RecordFaults.Fault;

/** A step of a publication that the law or its state does not allow; nothing was changed. */
public final class PublicationRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalText sentence;
    private final transient List<Fault> faults;

    PublicationRefusedException(LocalText sentence, List<Fault> faults) {
        super(requireNonNull(sentence, "sentence").vi());
        this.sentence = sentence;
        this.faults = List.copyOf(faults);
    }

    /** Why, for the user. */
    public LocalText sentence() {
        return sentence;
    }

    /** What is missing in the record, when that is why. */
    public List<Fault> faults() {
        return faults;
    }
}
