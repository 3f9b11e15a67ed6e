package vn.kientao.reform.procedures.domain.printing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Receipts of many dossiers that somebody has asked for.
 *
 * @param account who asked, and gets them
 * @param who that person's name
 * @param codes of the dossiers, in the order of printing
 * @param parent name of the superior body, for the head of the papers; may be empty
 * @param agencyName official name of the agency
 * @param site address of the module's public pages, for the QR codes
 * @param job id of the job that prints them
 * @param parts those that are there, in order
 */
public record PrintRun(
        long id,
        String agency,
        String account,
        String who,
        List<String> codes,
        String parent,
        String agencyName,
        String site,
        LocalDateTime askedAt,
        long job,
        List<Part> parts) {
    /** Receipts in one file. */
    public static final int A_PART = 50;

    /** Receipts that are asked for at once. */
    public static final int MOST = 1_000;

    public PrintRun {
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(who, "who");
        codes = List.copyOf(codes);
        requireNonNull(parent, "parent");
        requireNonNull(agencyName, "agencyName");
        requireNonNull(site, "site");
        requireNonNull(askedAt, "askedAt");
        parts = List.copyOf(parts);
    }

    /** How many parts there will be. */
    public int allParts() {
        return (codes.size() + A_PART - 1) / A_PART;
    }

    /** The codes of a part, from 1. */
    public List<String> of(int part) {
        return codes.subList((part - 1) * A_PART, Math.min(part * A_PART, codes.size()));
    }

    /** A file that is there. */
    public record Part(long id, int number, int receipts) {}
}
