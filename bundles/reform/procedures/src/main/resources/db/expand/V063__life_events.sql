-- Life events (sự kiện vòng đời): what happens to people, and the words under which the procedures for it are found.
CREATE TABLE IF NOT EXISTS procedures.life_event (
    code        VARCHAR(40)   NOT NULL,
    audience    VARCHAR(20)   NOT NULL,
    place       INTEGER       NOT NULL,
    name_vi     VARCHAR(400)  NOT NULL,
    name_en     VARCHAR(400)  NOT NULL,
    words       VARCHAR(2000) NOT NULL,
    CONSTRAINT life_event_pk PRIMARY KEY (code)
);

-- words: phrases for the search, separated by semicolons.
INSERT INTO procedures.life_event (code, audience, place, name_vi, name_en, words)
SELECT e.code, e.audience, e.place, e.name_vi, e.name_en, e.words
  FROM (SELECT 'child' AS code, 'citizen' AS audience, 1 AS place, 'Có con nhỏ' AS name_vi, 'Having a child' AS name_en, 'khai sinh;nhận cha mẹ con;nuôi con nuôi;bảo hiểm y tế trẻ em' AS words
        UNION ALL SELECT 'school', 'citizen', 2, 'Học tập', 'Education', 'nhập học;chuyển trường;bằng tốt nghiệp;học bổng'
        UNION ALL SELECT 'work', 'citizen', 3, 'Việc làm', 'Work', 'giấy phép lao động;trợ cấp thất nghiệp;việc làm;bảo hiểm xã hội'
        UNION ALL SELECT 'residence', 'citizen', 4, 'Cư trú và giấy tờ tuỳ thân', 'Residence and identity papers', 'cư trú;căn cước;lý lịch tư pháp;chứng thực'
        UNION ALL SELECT 'family', 'citizen', 5, 'Hôn nhân và gia đình', 'Marriage and family', 'kết hôn;tình trạng hôn nhân;giám hộ;thay đổi hộ tịch'
        UNION ALL SELECT 'house', 'citizen', 6, 'Nhà ở, đất đai, xây dựng', 'House, land, building', 'đất đai;giấy phép xây dựng;nhà ở;quyền sử dụng đất'
        UNION ALL SELECT 'health', 'citizen', 7, 'Sức khoẻ và y tế', 'Health', 'bảo hiểm y tế;khám bệnh;khuyết tật;trợ giúp xã hội'
        UNION ALL SELECT 'vehicle', 'citizen', 8, 'Phương tiện và người lái', 'Vehicles and drivers', 'giấy phép lái xe;đăng ký phương tiện;đường thuỷ nội địa'
        UNION ALL SELECT 'old-age', 'citizen', 9, 'Hưu trí, người cao tuổi, người có công', 'Retirement, old age, people of merit', 'người cao tuổi;người có công;trợ cấp;mai táng'
        UNION ALL SELECT 'death', 'citizen', 10, 'Người thân qua đời', 'A death in the family', 'khai tử;mai táng phí;thừa kế'
        UNION ALL SELECT 'dispute', 'citizen', 11, 'Giải quyết khiếu kiện', 'Complaints and disputes', 'khiếu nại;tố cáo;trợ giúp pháp lý;hoà giải'
        UNION ALL SELECT 'start-business', 'enterprise', 1, 'Khởi sự kinh doanh', 'Starting a business', 'đăng ký doanh nghiệp;hộ kinh doanh;đủ điều kiện kinh doanh'
        UNION ALL SELECT 'investment', 'enterprise', 2, 'Đầu tư, xây dựng, môi trường', 'Investment, building, environment', 'chủ trương đầu tư;giấy phép môi trường;thẩm định thiết kế'
        UNION ALL SELECT 'staff', 'enterprise', 3, 'Lao động, bảo hiểm của doanh nghiệp', 'Staff and their insurance', 'nội quy lao động;người lao động nước ngoài;an toàn lao động'
        UNION ALL SELECT 'end-business', 'enterprise', 4, 'Tạm dừng, chấm dứt hoạt động', 'Pausing or ending a business', 'tạm ngừng kinh doanh;giải thể;chấm dứt hoạt động') AS e
 WHERE NOT EXISTS (SELECT 1 FROM procedures.life_event l WHERE l.code = e.code);
