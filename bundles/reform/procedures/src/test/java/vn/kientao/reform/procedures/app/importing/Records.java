package vn.kientao.reform.procedures.app.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records in the national shape about procedures that do not exist. */
final class Records {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Records() {}

    static Map<String, Object> record(String code) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("ma_thu_tuc", code);
        record.put("detail_url", "https://example.org/thu-tuc/" + code);
        record.put("ten_thu_tuc", "Cấp giấy phép nuôi hươu sao");
        record.put("so_quyet_dinh", "12/QĐ-BNNMT");
        record.put("cap_thuc_hien", "Cấp tỉnh, Cấp xã");
        record.put("loai_thu_tuc", "TTHC được giao luật quy định chi tiết");
        record.put("linh_vuc", "Chăn nuôi");
        record.put("doi_tuong_thuc_hien", "Công dân Việt Nam, Cán bộ, công chức, viên chức");
        record.put("co_quan_co_tham_quyen", "Ủy ban nhân dân cấp tỉnh");
        record.put("co_quan_thuc_hien", "Sở Nông nghiệp và Môi trường, Chi cục Chăn nuôi");
        record.put("dia_chi_tiep_nhan", "");
        record.put("co_quan_duoc_uy_quyen", "");
        record.put("co_quan_phoi_hop", "");
        record.put("thu_tuc_lien_quan", "Không có thông tin");
        record.put("trinh_tu_thuc_hien", "Bước 1: Nộp hồ sơ.\nBước 2: Thẩm định.\nBước 3: Trả kết quả.");
        record.put(
                "cach_thuc_thuc_hien",
                "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến5 Ngày làm việc200,000 VNĐ(200.000đ/lần)Trên Cổng"
                        + "Dịch vụ bưu chính10 NgàyMiễn phíTrực tiếp1Miễn phí(Theo Nghị quyết của Hội đồng nhân dân)");
        record.put(
                "thanh_phan_ho_so",
                "Trường hợp cấp mới:Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đề nghịMẫu số 01.docx1 bản chính,1 bản sao"
                        + "Giấy tờ đất theo Mẫu số 181 bản chính--Tên giấy tờMẫu đơn, tờ khaiSố lượngẢnh4 bản chính");
        record.put(
                "can_cu_phap_ly",
                "Tên văn bản pháp lýMã văn bảnLuật Chăn nuôi32/2018/QH14Thông tư số 24/2021/TT-BTC ngày 31/3/202124/2021/TT-BTC");
        record.put("yeu_cau_dieu_kien", "Không");
        record.put("ket_qua_xu_ly", "Giấy phépMã: KQ.G10.000151Từ khóaKhông có thông tinMô tảKhông có thông tin");
        return record;
    }

    static Map<String, Object> record(String code, String field, Object value) {
        Map<String, Object> record = record(code);
        record.put(field, value);
        return record;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
        }
    }

    static List<ImportRow> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<ImportRow> read(byte[] bytes) {
        List<ImportRow> rows = new ArrayList<>();
        try {
            new ImportReader().read(new ByteArrayInputStream(bytes), rows::add);
        } catch (IOException e) {
            throw new IllegalStateException("an array of bytes does not fail", e);
        }
        return rows;
    }
}
