-- What citizens say and write counts for the quality of an agency (Circular 01/2018/TT-VPCP, Articles 13 and 14).

-- Whether the published information was right is what a citizen can say of index 6, publicity.
UPDATE procedures.rating_question
   SET index_no = 6
 WHERE code = 'information' AND index_no IS NULL;

INSERT INTO procedures.quality_setting (name, setting_value, valid_from, valid_to, legal_basis)
SELECT v.name, v.setting_value, DATE '2019-01-01', CAST(NULL AS DATE), v.basis
  FROM (VALUES ('petitions-least', '90', 'Thông tư 01/2018/TT-VPCP, Điều 13: tỷ lệ phản ánh, kiến nghị xử lý đúng hạn để đạt 1 điểm (%)')) AS v (name, setting_value, basis)
 WHERE NOT EXISTS (SELECT 1 FROM procedures.quality_setting s WHERE s.name = v.name);

CREATE INDEX petition_answered_in_ix ON procedures.petition (agency_code, ended_at, answer_due);
