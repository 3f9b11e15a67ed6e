package vn.kientao.reform.procedures.store.paper;

import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.paper.PaperAgency;

/** Keeps what the papers of an agency say about itself. */
public final class PaperAgencies {
    private static final String FIND = """
            SELECT place, abbreviation, phone, signs_as, signer
              FROM procedures.paper_agency
             WHERE agency_code = ?
            """;
    private static final String UPDATE = """
            UPDATE procedures.paper_agency
               SET place = :place, abbreviation = :abbreviation, phone = :phone, signs_as = :signsAs, signer = :signer
             WHERE agency_code = :agency
            """;
    private static final String INSERT = """
            INSERT INTO procedures.paper_agency (agency_code, place, abbreviation, phone, signs_as, signer)
            VALUES (:agency, :place, :abbreviation, :phone, :signsAs, :signer)
            """;

    public PaperAgency find(Handle handle, String agency) {
        return handle.createQuery(FIND)
                .bind(0, agency)
                .map((row, context) -> new PaperAgency(
                        row.getString("place"),
                        row.getString("abbreviation"),
                        row.getString("phone"),
                        row.getString("signs_as"),
                        row.getString("signer")))
                .findOne()
                .orElseGet(() -> PaperAgency.unknown(agency));
    }

    public void keep(Handle transaction, String agency, PaperAgency says) {
        if (run(transaction, UPDATE, agency, says) == 0) {
            run(transaction, INSERT, agency, says);
        }
    }

    private static int run(Handle transaction, String statement, String agency, PaperAgency says) {
        return transaction
                .createUpdate(statement)
                .bind("agency", agency)
                .bind("place", says.place())
                .bind("abbreviation", says.abbreviation())
                .bind("phone", says.phone())
                .bind("signsAs", says.signsAs())
                .bind("signer", says.signer())
                .execute();
    }
}
