package vn.kientao.reform.steering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.notice.Mail;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.text.LocalText;

/** A small province for tests: agencies before and after the merger of 1 July 2025, their people, and what they were told. */
public final class Province implements Agencies, Colleagues, People, Notices {
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final Map<String, String> SUCCESSORS =
            Map.of("VPUB", "VPUB2", "STP", "STP2", "SNV", "SNV2", "STC", "STC2", "STTTT", "SKHCN2");

    private final List<Agency> agencies = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();

    public Province() {
        SUCCESSORS.forEach((old, now) -> {
            agencies.add(agency(old, Optional.empty(), Optional.of(MERGER.minusDays(1)), List.of(now)));
            agencies.add(agency(now, Optional.of(MERGER), Optional.empty(), List.of()));
        });
        agencies.add(agency("P-AX", Optional.of(MERGER), Optional.empty(), List.of()));
        agencies.add(agency("X-VL", Optional.of(MERGER), Optional.empty(), List.of()));
    }

    private static Agency agency(
            String code, Optional<LocalDate> from, Optional<LocalDate> to, List<String> successors) {
        LocalText name = new LocalText("Cơ quan " + code, "Agency " + code);
        return new Agency(code, name, "department", Optional.empty(), from, to, successors);
    }

    /** Gives an agency that has ended other successors. */
    public void split(String old, List<String> successors) {
        agencies.removeIf(one -> one.code().equals(old));
        agencies.add(agency(old, Optional.empty(), Optional.of(MERGER.minusDays(1)), successors));
    }

    /** Has these agencies instead. */
    public void become(List<Agency> others) {
        agencies.clear();
        agencies.addAll(others);
    }

    /** Who was told what. */
    public List<Notice> told() {
        return List.copyOf(told);
    }

    @Override
    public Optional<Agency> find(String code) {
        return agencies.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    @Override
    public List<Agency> on(LocalDate day) {
        return agencies.stream().filter(one -> one.existsOn(day)).toList();
    }

    @Override
    public List<Agency> all() {
        return List.copyOf(agencies);
    }

    /** Each agency has a head and a clerk. */
    @Override
    public Map<String, String> holding(String agency, Collection<String> roles) {
        return Map.of("head." + agency, "Lê Thị Thủ Trưởng", "clerk." + agency, "Trần Văn Chuyên Viên");
    }

    @Override
    public Map<String, String> names(Collection<String> accounts) {
        return accounts.stream().distinct().collect(Collectors.toMap(one -> one, one -> "Tên " + one));
    }

    @Override
    public void tell(Handle transaction, Notice notice) {
        told.add(notice);
    }

    @Override
    public boolean mail(Handle transaction, Mail mail) {
        return false;
    }

    @Override
    public boolean mails() {
        return false;
    }

    @Override
    public int unread(String account) {
        return 0;
    }
}
