-- On how many of its 100 points index 766 must be computable to be graded: a few known sub-points say nothing of the whole.
INSERT INTO procedures.quality_setting (name, setting_value, valid_from, valid_to, legal_basis)
SELECT v.name, v.setting_value, DATE '2019-01-01', CAST(NULL AS DATE), v.basis
  FROM (VALUES ('index-least-points', '50', 'Quyết định 766/QĐ-TTg không quy định; cơ quan chọn số điểm tính được ít nhất để xếp loại')) AS v (name, setting_value, basis)
 WHERE NOT EXISTS (SELECT 1 FROM procedures.quality_setting s WHERE s.name = v.name);
