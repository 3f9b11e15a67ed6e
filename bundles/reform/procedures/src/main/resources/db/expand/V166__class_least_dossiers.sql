-- How many dossiers somebody must have settled in a period to be classed: a handful says nothing about quality.
INSERT INTO procedures.quality_setting (name, setting_value, valid_from, valid_to, legal_basis)
SELECT v.name, v.setting_value, DATE '2019-01-01', CAST(NULL AS DATE), v.basis
  FROM (VALUES ('class-least-dossiers', '5', 'Thông tư 01/2018/TT-VPCP không quy định; cơ quan chọn số hồ sơ đã giải quyết ít nhất để xếp loại')) AS v (name, setting_value, basis)
 WHERE NOT EXISTS (SELECT 1 FROM procedures.quality_setting s WHERE s.name = v.name);
