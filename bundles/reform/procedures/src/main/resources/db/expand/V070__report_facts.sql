-- Dated facts for reports (số liệu báo cáo): how long each dossier stood in which state. Written in the transaction of
-- the change; reports are cut off by period and never added up from other reports.

-- One row for each state of a dossier in turn. A row that has ended stops at the end of its month; what lasted longer goes
-- on in a further row. So whatever stood at a moment either stands now or began in the month of that moment.
-- place: 1, 2, ... for one dossier. entry: with this row the dossier came in. ended: with it the dossier came to its end,
-- which stays whatever is corrected later. lasting: it stands now; to_at is then 31/12/9999.
CREATE TABLE IF NOT EXISTS procedures.dossier_span (
    dossier_id     BIGINT        NOT NULL,
    place          INTEGER       NOT NULL,
    version        BIGINT        NOT NULL,
    agency_code    VARCHAR(40)   NOT NULL,
    field          VARCHAR(1000) NOT NULL,
    procedure_code VARCHAR(60)   NOT NULL,
    channel        SMALLINT      NOT NULL,
    status         SMALLINT      NOT NULL,
    entry          BOOLEAN       NOT NULL,
    ended          BOOLEAN       NOT NULL,
    lasting        BOOLEAN       NOT NULL,
    from_at        TIMESTAMP     NOT NULL,
    to_at          TIMESTAMP     NOT NULL,
    due_at         TIMESTAMP     NOT NULL,
    account        VARCHAR(200)  NOT NULL,
    received_by    VARCHAR(200)  NOT NULL,
    supplements    INTEGER       NOT NULL,
    forwarded      BOOLEAN       NOT NULL,
    CONSTRAINT dossier_span_pk PRIMARY KEY (dossier_id, place),
    CONSTRAINT dossier_span_dossier_fk FOREIGN KEY (dossier_id) REFERENCES procedures.dossier (id)
);

CREATE INDEX IF NOT EXISTS dossier_span_state_ix ON procedures.dossier_span (agency_code, ended, lasting, from_at, dossier_id);
CREATE INDEX IF NOT EXISTS dossier_span_entry_ix ON procedures.dossier_span (agency_code, entry, from_at, dossier_id);
CREATE INDEX IF NOT EXISTS dossier_span_all_ix ON procedures.dossier_span (ended, lasting, from_at, dossier_id);
CREATE INDEX IF NOT EXISTS dossier_span_all_entry_ix ON procedures.dossier_span (entry, from_at, dossier_id);

-- Whether the dossiers from before this table have been written into it: one row once they have.
CREATE TABLE IF NOT EXISTS procedures.dossier_span_caught_up (
    caught_up_at TIMESTAMP NOT NULL
);

-- Under which heading the end of a dossier is counted. SETTLED, REJECTED or PAUSED.
CREATE TABLE IF NOT EXISTS procedures.report_end (
    status      SMALLINT      NOT NULL,
    heading     VARCHAR(20)   NOT NULL,
    valid_from  DATE          NOT NULL,
    valid_to    DATE,
    legal_basis VARCHAR(1000) NOT NULL,
    CONSTRAINT report_end_pk PRIMARY KEY (status, valid_from)
);

INSERT INTO procedures.report_end (status, heading, valid_from, valid_to, legal_basis)
SELECT v.status, v.heading, DATE '2018-06-21', CAST(NULL AS DATE), v.basis
  FROM (VALUES (3, 'REJECTED', 'Nghị định 61/2018/NĐ-CP, Điều 17; danh mục trạng thái hồ sơ quốc gia'),
               (7, 'SETTLED', 'Cách tính của danh mục trạng thái hồ sơ quốc gia: công dân rút (7) là đã giải quyết; cơ quan có thể đổi'),
               (8, 'PAUSED', 'Cách tính của danh mục trạng thái hồ sơ quốc gia: dừng xử lý (8) là tạm dừng; tính một lần, trong kỳ dừng'),
               (9, 'SETTLED', 'Nghị định 61/2018/NĐ-CP, Điều 19')) AS v (status, heading, basis)
 WHERE NOT EXISTS (SELECT 1 FROM procedures.report_end e WHERE e.status = v.status);

-- The report forms and their columns, in order. grouping: FIELD or AGENCY.
CREATE TABLE IF NOT EXISTS procedures.report_form (
    code        VARCHAR(20)   NOT NULL,
    name_vi     VARCHAR(400)  NOT NULL,
    name_en     VARCHAR(400)  NOT NULL,
    row_by      VARCHAR(20)   NOT NULL,
    valid_from  DATE          NOT NULL,
    valid_to    DATE,
    legal_basis VARCHAR(1000) NOT NULL,
    CONSTRAINT report_form_pk PRIMARY KEY (code, valid_from)
);

CREATE TABLE IF NOT EXISTS procedures.report_column (
    form_code   VARCHAR(20)  NOT NULL,
    form_from   DATE         NOT NULL,
    place       INTEGER      NOT NULL,
    measure     VARCHAR(40)  NOT NULL,
    group_vi    VARCHAR(200) NOT NULL,
    group_en    VARCHAR(200) NOT NULL,
    name_vi     VARCHAR(200) NOT NULL,
    name_en     VARCHAR(200) NOT NULL,
    CONSTRAINT report_column_pk PRIMARY KEY (form_code, form_from, place),
    CONSTRAINT report_column_form_fk FOREIGN KEY (form_code, form_from) REFERENCES procedures.report_form (code, valid_from)
);

INSERT INTO procedures.report_form (code, name_vi, name_en, row_by, valid_from, valid_to, legal_basis)
SELECT v.code, v.vi, v.en, v.rows, DATE '2020-01-01', CAST(NULL AS DATE),
       'Thông tư 01/2020/TT-VPCP và văn bản kế tiếp; tên biểu chưa đối chiếu được với văn bản'
  FROM (VALUES ('06a', 'Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan trực tiếp giải quyết', 'Settlement of procedures at the settling agency', 'FIELD'),
               ('06b', 'Tình hình, kết quả giải quyết thủ tục hành chính, tổng hợp theo cơ quan', 'Settlement of procedures, by agency', 'AGENCY'),
               ('07a', 'Hồ sơ đang giải quyết và quá hạn theo lĩnh vực', 'Dossiers in process and overdue, by field', 'FIELD'),
               ('07b', 'Hồ sơ đang giải quyết và quá hạn, tổng hợp theo cơ quan', 'Dossiers in process and overdue, by agency', 'AGENCY')) AS v (code, vi, en, rows)
 WHERE NOT EXISTS (SELECT 1 FROM procedures.report_form f WHERE f.code = v.code);

INSERT INTO procedures.report_column (form_code, form_from, place, measure, group_vi, group_en, name_vi, name_en)
SELECT f.code, f.valid_from, v.place, v.measure, v.group_vi, v.group_en, v.vi, v.en
  FROM procedures.report_form f
 CROSS JOIN (VALUES (1, 'total', 'Tiếp nhận', 'Received', 'Tổng số', 'Total'),
                    (2, 'online', 'Tiếp nhận', 'Received', 'Trong kỳ: trực tuyến', 'In the period: online'),
                    (3, 'direct', 'Tiếp nhận', 'Received', 'Trong kỳ: trực tiếp, bưu chính', 'In the period: counter, post'),
                    (4, 'carried', 'Tiếp nhận', 'Received', 'Từ kỳ trước', 'Carried over'),
                    (5, 'settled', 'Đã giải quyết', 'Settled', 'Tổng số', 'Total'),
                    (6, 'early', 'Đã giải quyết', 'Settled', 'Trước hạn', 'Early'),
                    (7, 'on-time', 'Đã giải quyết', 'Settled', 'Đúng hạn', 'On time'),
                    (8, 'overdue', 'Đã giải quyết', 'Settled', 'Quá hạn', 'Overdue'),
                    (9, 'process', 'Đang giải quyết', 'In process', 'Tổng số', 'Total'),
                    (10, 'in-time', 'Đang giải quyết', 'In process', 'Trong hạn', 'In time'),
                    (11, 'late', 'Đang giải quyết', 'In process', 'Quá hạn', 'Overdue'),
                    (12, 'paused', 'Khác', 'Other', 'Tạm dừng', 'Paused'),
                    (13, 'rejected', 'Khác', 'Other', 'Không tiếp nhận', 'Rejected')) AS v (place, measure, group_vi, group_en, vi, en)
 WHERE f.code IN ('06a', '06b')
   AND NOT EXISTS (SELECT 1 FROM procedures.report_column c WHERE c.form_code = f.code AND c.form_from = f.valid_from);

INSERT INTO procedures.report_column (form_code, form_from, place, measure, group_vi, group_en, name_vi, name_en)
SELECT f.code, f.valid_from, v.place, v.measure, v.group_vi, v.group_en, v.vi, v.en
  FROM procedures.report_form f
 CROSS JOIN (VALUES (1, 'process', 'Đang giải quyết', 'In process', 'Tổng số', 'Total'),
                    (2, 'in-time', 'Đang giải quyết', 'In process', 'Trong hạn', 'In time'),
                    (3, 'late', 'Đang giải quyết', 'In process', 'Quá hạn', 'Overdue'),
                    (4, 'paused', 'Khác', 'Other', 'Tạm dừng', 'Paused'),
                    (5, 'overdue', 'Đã giải quyết', 'Settled', 'Quá hạn', 'Overdue')) AS v (place, measure, group_vi, group_en, vi, en)
 WHERE f.code IN ('07a', '07b')
   AND NOT EXISTS (SELECT 1 FROM procedures.report_column c WHERE c.form_code = f.code AND c.form_from = f.valid_from);

-- agency-wall: procedures.dossier_span by agency_code
