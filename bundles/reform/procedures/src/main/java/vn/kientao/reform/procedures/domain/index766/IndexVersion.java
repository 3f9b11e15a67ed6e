package vn.kientao.reform.procedures.domain.index766;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The items of the index as they are valid from a day on.
 *
 * @param reason why they were changed
 * @param madeBy account
 */
public record IndexVersion(
        long id, LocalDate validFrom, String reason, String madeBy, LocalDateTime madeAt, List<IndexItem> items) {
    public IndexVersion {
        requireNonNull(validFrom, "validFrom");
        requireNonNull(reason, "reason");
        requireNonNull(madeBy, "madeBy");
        requireNonNull(madeAt, "madeAt");
        items = List.copyOf(items);
    }

    public List<IndexItem> groups() {
        return items.stream().filter(IndexItem::group).toList();
    }

    public List<IndexItem> of(IndexItem group) {
        return items.stream().filter(item -> item.parent().equals(group.code())).toList();
    }
}
