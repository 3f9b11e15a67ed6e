package vn.kientao.platform.kernel;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/vn.kientao.kernel.cfg}. Changes take effect at once. */
@ObjectClassDefinition(name = "Kiến Tạo: triển khai phân hệ / module rollouts")
@interface PolicyConfig {

    @AttributeDefinition(
            name = "Duyệt hai người / two-person approval",
            description = "none, purge (xoá dữ liệu), changes (mọi thay đổi / every change)")
    String approval() default "none";

    @AttributeDefinition(
            name = "Khung giờ cấm / quiet hours",
            description = "Giờ làm việc của ngày làm việc, ví dụ 07:00-17:00 / hours of working days")
    String[] quietHours() default {};

    @AttributeDefinition(
            name = "Sao lưu trước khi chuyển đổi dữ liệu / backup before migrations",
            description = "true, false")
    boolean backUp() default true;

    @AttributeDefinition(
            name = "Số yêu cầu đủ để kết luận / enough requests",
            description = "Phiên bản mới phải trả lời ít nhất từng này yêu cầu / requests before anything is concluded")
    int enoughRequests() default 20;

    @AttributeDefinition(
            name = "Tỷ lệ lỗi tăng thêm / more errors",
            description = "0.02: thêm hai phần trăm là quay lui / two per cent more take the release back")
    double moreErrors() default 0.02;

    @AttributeDefinition(
            name = "Chậm hơn / slower",
            description = "2.0: chậm gấp đôi là quay lui / twice as slow takes the release back")
    double slower() default 2.0;

    @AttributeDefinition(
            name = "Giây khởi động máy / settling seconds",
            description = "Chưa so tốc độ trong thời gian này / speed is not compared in these seconds")
    int settleSeconds() default 10;

    @AttributeDefinition(
            name = "Giây mỗi lần so / window seconds",
            description = "Hai lần chậm liền nhau thì quay lui / two slow windows in a row take the release back")
    int windowSeconds() default 10;
}
