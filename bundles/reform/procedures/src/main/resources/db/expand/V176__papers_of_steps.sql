-- Papers that agencies write with a step without a form of the circular: what is to be paid and what was, an opinion asked for, a clock
-- that stands still, an error corrected.
INSERT INTO procedures.paper_form (kind, form_number, title, symbol, paper, valid_from, valid_to, legal_basis)
SELECT kind, '', title, symbol, paper, DATE '2018-11-23', NULL, legal_basis
  FROM (VALUES
       ('FEE_NOTICE', 'Thông báo thực hiện nghĩa vụ tài chính', 'TBNVTC', 'A5', 'Nghị định 61/2018/NĐ-CP, Điều 19'),
       ('FEE_RECEIPT', 'Biên lai thu phí, lệ phí', 'BLTP', 'A5', 'Nghị định 61/2018/NĐ-CP, Điều 11, Điều 12 khoản 9'),
       ('OPINION_REQUEST', 'Phiếu đề nghị tham gia ý kiến', 'DNYK', 'A5', 'Nghị định 61/2018/NĐ-CP, Điều 19 khoản 5'),
       ('PAUSE', 'Thông báo tạm dừng tính thời hạn giải quyết hồ sơ', 'TDTH', 'A5', 'Nghị định 61/2018/NĐ-CP, Điều 19'),
       ('CORRECTION', 'Biên bản sửa sai sót trong kết quả giải quyết hồ sơ', 'SSS', 'A5', 'Nghị định 61/2018/NĐ-CP, Điều 21'))
       AS forms (kind, title, symbol, paper, legal_basis)
 WHERE NOT EXISTS (SELECT 1 FROM procedures.paper_form WHERE kind = 'FEE_RECEIPT');
