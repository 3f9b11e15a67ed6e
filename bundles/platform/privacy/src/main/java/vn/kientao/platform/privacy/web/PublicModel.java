package vn.kientao.platform.privacy.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/** What everybody may read: what is kept, why and how long, and what one may ask for. */
public record PublicModel(Page page, List<Kept> kept, List<Rule> rules, List<Right> rights) {
    public PublicModel {
        kept = List.copyOf(kept);
        rules = List.copyOf(rules);
        rights = List.copyOf(rights);
    }

    /** A kind of records with its fields. */
    public record Kept(String id, String title, List<Field> fields) {
        public Kept {
            fields = List.copyOf(fields);
        }
    }

    /** A field in words. */
    public record Field(String label, String fieldClass, String purpose, String legalBasis) {}

    /** How long something is kept, in words. */
    public record Rule(String what, String period, String from, String action, String legalBasis) {}

    /** What one may ask for and how fast it is answered, in words. */
    public record Right(String title, String words, String reply, String end, String legalBasis) {}
}
