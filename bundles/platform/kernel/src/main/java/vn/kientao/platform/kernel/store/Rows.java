package vn.kientao.platform.kernel.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.kernel.artifact.Cut;

/** Reads columns that several tables have. */
final class Rows {

    private Rows() {}

    static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Cut cut(ResultSet rs) throws SQLException {
        return new Cut(
                new ModuleId(rs.getString("module")),
                Version.parseVersion(rs.getString("version")),
                rs.getString("sha256"));
    }
}
