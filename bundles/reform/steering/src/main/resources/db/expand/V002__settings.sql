-- What laws, rules and habits set and may change (tham số): each row holds from one day to another and names its basis.
CREATE TABLE steering.setting (
    name          VARCHAR(60)   NOT NULL,
    setting_value VARCHAR(1000) NOT NULL,
    valid_from    DATE          NOT NULL,
    valid_to      DATE,
    legal_basis   VARCHAR(1000) NOT NULL,
    CONSTRAINT setting_pk PRIMARY KEY (name, valid_from)
);

INSERT INTO steering.setting (name, setting_value, valid_from, legal_basis)
VALUES ('task.remind-days', '7,3,1', DATE '2022-01-01', 'Tỉnh tự đặt: nhắc trước hạn, tính bằng ngày'),
       ('inspection.remedy-days', '15', DATE '2022-01-01', 'Tỉnh tự đặt: báo cáo khắc phục, tính bằng ngày từ thông báo kết luận');
