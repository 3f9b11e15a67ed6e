package vn.kientao.reform.procedures.domain.reading;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a national record that are read, by their name there, with the longest text accepted. */
public enum Field {
    CODE("ma_thu_tuc", 40, false),
    NAME("ten_thu_tuc", 2_000, false),
    DECISION("so_quyet_dinh", 200, false),
    LEVELS("cap_thuc_hien", 500, true),
    KIND("loai_thu_tuc", 500, false),
    FIELD("linh_vuc", 1_000, true),
    SUBJECTS("doi_tuong_thuc_hien", 5_000, true),
    COMPETENT("co_quan_co_tham_quyen", 5_000, true),
    CARRIED_OUT_BY("co_quan_thuc_hien", 5_000, true),
    RECEIVING_ADDRESS("dia_chi_tiep_nhan", 20_000, true),
    DELEGATED("co_quan_duoc_uy_quyen", 5_000, true),
    COOPERATING("co_quan_phoi_hop", 5_000, true),
    RELATED("thu_tuc_lien_quan", 100_000, true),
    STEPS("trinh_tu_thuc_hien", 500_000, false),
    CHANNELS("cach_thuc_thuc_hien", 500_000, false),
    COMPONENTS("thanh_phan_ho_so", 500_000, false),
    LEGAL_BASES("can_cu_phap_ly", 200_000, false),
    CONDITIONS("yeu_cau_dieu_kien", 500_000, false),
    RESULTS("ket_qua_xu_ly", 200_000, false),
    ADDRESS("detail_url", 2_000, false);

    /** The longest text accepted in a field that is kept without being read. */
    public static final int LONGEST_OTHER = 100_000;

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::published, Function.identity()));

    private final String published;
    private final int longest;
    private final boolean list;

    Field(String published, int longest, boolean list) {
        this.published = published;
        this.longest = longest;
        this.list = list;
    }

    /** The name in the national record. */
    public String published() {
        return published;
    }

    /** The longest text accepted, in characters. */
    public int longest() {
        return longest;
    }

    /** Whether the field is a list by nature, so that an array of texts may stand for one separated by commas. */
    public boolean isList() {
        return list;
    }

    /** The longest text accepted in the field named {@code published}, read or not. */
    public static int longest(String published) {
        Field field = BY_NAME.get(published);
        return field == null ? LONGEST_OTHER : field.longest;
    }

    /** Whether the field named {@code published} is a list by nature. */
    public static boolean isList(String published) {
        Field field = BY_NAME.get(published);
        return field != null && field.list;
    }
}
