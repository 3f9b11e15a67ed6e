package vn.kientao.platform.privacy.web;

import java.util.List;

/** The file that a person gets to read: a document of its own, without the platform's layout. */
public record FileModel(String language, String title, String lead, List<Part> parts) {
    public FileModel {
        parts = List.copyOf(parts);
    }

    /** A record. */
    public record Part(String title, List<RequestModel.Value> values) {
        public Part {
            values = List.copyOf(values);
        }
    }
}
