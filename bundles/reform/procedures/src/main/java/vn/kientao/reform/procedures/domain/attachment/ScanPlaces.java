package vn.kientao.reform.procedures.domain.attachment;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Which papers of the dossier the scans of its intake form belong to.
 *
 * @param places place of the paper, from 1, by the line of the checklist
 */
public record ScanPlaces(IntakeKey key, Map<String, Integer> places) {
    public ScanPlaces {
        requireNonNull(key, "key");
        places = Map.copyOf(places);
    }
}
