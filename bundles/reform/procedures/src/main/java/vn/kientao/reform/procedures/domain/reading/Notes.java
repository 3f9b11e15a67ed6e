package vn.kientao.reform.procedures.domain.reading;

import java.util.ArrayList;
import java.util.List;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.GapKind;

/** Collects the gaps of one record while its parts are read. */
final class Notes {

    private final List<Gap> gaps = new ArrayList<>();

    void gap(GapKind kind, String field, String text) {
        gaps.add(new Gap(kind, field, text));
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }
}
