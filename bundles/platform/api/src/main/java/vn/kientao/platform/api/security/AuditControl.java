package vn.kientao.platform.api.security;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.kientao.platform.api.text.LocalText;

/**
 * The whole audit trail (nhật ký thao tác), for the doors of the platform's administrators beside its pages. Whoever gets
 * this service may see all of it; what is taken away leaves an entry of its own.
 */
@ProviderType
public interface AuditControl {

    /** Entries below that sequence, or the newest ones, newest first. */
    List<Recorded> list(Search search, Optional<Long> below, int most);

    Optional<Recorded> find(long sequence);

    /** Walks along the chain and compares it with its anchors; takes a few seconds for a million entries. */
    Report verify();

    /** Writes what the search finds, newest first. {@link Format#TRAIL} is the whole trail whatever is looked for. */
    void export(Search search, Format format, OutputStream out, Actor by) throws IOException;

    /** What an export looks like. */
    enum Format {
        /** A table with headings, for spreadsheets. */
        CSV,
        /** The same table as a workbook. */
        XLSX,
        /** The whole trail, oldest first, for keeping elsewhere and for {@code kientao audit-verify --export}. */
        TRAIL
    }

    /**
     * What is looked for; empty means all.
     *
     * @param account id of whoever did it, or {@code system:…}
     * @param agency code of the agency it happened in
     * @param module id of the module or the platform room
     * @param action such as {@code procedures.receive}
     * @param from first day, in Viet Nam
     * @param until last day, included
     * @param words in any field, with or without marks
     */
    record Search(
            String account,
            String agency,
            String module,
            String action,
            String objectType,
            String objectId,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            String words) {
        public Search {
            requireNonNull(account, "account");
            requireNonNull(agency, "agency");
            requireNonNull(module, "module");
            requireNonNull(action, "action");
            requireNonNull(objectType, "objectType");
            requireNonNull(objectId, "objectId");
            requireNonNull(from, "from");
            requireNonNull(until, "until");
            requireNonNull(words, "words");
        }
    }

    /**
     * An entry in its place in the trail.
     *
     * @param actingFor the account in whose place; may be empty
     * @param address the remote address; empty for the platform itself
     * @param release the release of the module that did it; may be empty
     * @param hash the link to the entry before
     */
    record Recorded(
            long sequence,
            Instant at,
            AuditEntry entry,
            String actingFor,
            String address,
            String release,
            String hash) {}

    /**
     * What the verifier found.
     *
     * @param entries how many were looked at
     * @param anchors how many anchors they were compared with
     * @param findings one sentence for each place where something is wrong
     */
    record Report(long entries, int anchors, List<LocalText> findings) {
        public Report {
            findings = List.copyOf(findings);
        }

        public boolean whole() {
            return findings.isEmpty();
        }
    }
}
