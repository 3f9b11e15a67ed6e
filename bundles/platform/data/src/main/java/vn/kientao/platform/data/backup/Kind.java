package vn.kientao.platform.data.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.data.DatabaseException;

/**
 * The kinds of values that a backup carries, each with one form in JSON, whatever the database calls its type. Numbers
 * that are not whole, dates and times are texts; binary values are base64.
 */
public enum Kind {
    BOOLEAN(Types.BOOLEAN) {
        @Override
        void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
            boolean value = row.getBoolean(place);
            if (row.wasNull()) {
                json.writeNull();
            } else {
                json.writeBoolean(value);
            }
        }

        @Override
        int bind(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException {
            statement.setBoolean(place, json.getBooleanValue());
            return 1;
        }
    },
    WHOLE(Types.BIGINT) {
        @Override
        void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
            long value = row.getLong(place);
            if (row.wasNull()) {
                json.writeNull();
            } else {
                json.writeNumber(value);
            }
        }

        @Override
        int bind(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException {
            statement.setLong(place, json.getLongValue());
            return Long.BYTES;
        }
    },
    DECIMAL(Types.NUMERIC) {
        @Override
        void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
            BigDecimal value = row.getBigDecimal(place);
            writeText(json, value == null ? null : value.toPlainString());
        }

        @Override
        int bind(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException {
            statement.setBigDecimal(place, new BigDecimal(json.getText()));
            return json.getTextLength();
        }
    },
    FLOATING(Types.DOUBLE) {
        @Override
        void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
            double value = row.getDouble(place);
            writeText(json, row.wasNull() ? null : Double.toString(value));
        }

        @Override
        int bind(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException {
            statement.setDouble(place, Double.parseDouble(json.getText()));
            return Double.BYTES;
        }
    },
    TEXT(Types.VARCHAR) {
        @Override
        void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
            writeText(json, row.getString(place));
        }

        @Override
        int bind(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException {
            statement.setString(place, json.getText());
            return json.getTextLength();
        }
    },
    BINARY(Types.VARBINARY) {
        @Override
        void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
            byte[] value = row.getBytes(place);
            if (value == null) {
                json.writeNull();
            } else {
                json.writeBinary(value);
            }
        }

        @Override
        int bind(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException {
            byte[] value = json.getBinaryValue();
            statement.setBytes(place, value);
            return value.length;
        }
    },
    DATE(Types.DATE) {
        @Override
        void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
            writeTime(json, row.getObject(place, LocalDate.class));
        }

        @Override
        int bind(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException {
            statement.setObject(place, LocalDate.parse(json.getText()));
            return Long.BYTES;
        }
    },
    TIME(Types.TIME) {
        @Override
        void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
            writeTime(json, row.getObject(place, LocalTime.class));
        }

        @Override
        int bind(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException {
            statement.setObject(place, LocalTime.parse(json.getText()));
            return Long.BYTES;
        }
    },
    /** A date and a time without zone. */
    LOCAL_TIMESTAMP(Types.TIMESTAMP) {
        @Override
        void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
            writeTime(json, row.getObject(place, LocalDateTime.class));
        }

        @Override
        int bind(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException {
            statement.setObject(place, LocalDateTime.parse(json.getText()));
            return Long.BYTES;
        }
    },
    /** A moment; its offset has no meaning. */
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE) {
        @Override
        void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
            writeTime(json, row.getObject(place, OffsetDateTime.class));
        }

        @Override
        int bind(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException {
            statement.setObject(place, OffsetDateTime.parse(json.getText()));
            return Long.BYTES;
        }
    },
    UUID_VALUE(Types.OTHER) {
        @Override
        void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException {
            UUID value = row.getObject(place, UUID.class);
            writeText(json, value == null ? null : value.toString());
        }

        @Override
        int bind(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException {
            statement.setObject(place, UUID.fromString(json.getText()));
            return Long.BYTES * 2;
        }
    };

    private final int sqlType;

    Kind(int sqlType) {
        this.sqlType = sqlType;
    }

    /** Writes the value of a column of the current row. */
    abstract void write(ResultSet row, int place, JsonGenerator json) throws SQLException, IOException;

    /** Binds the value at which the parser stands, which is not null; answers about how many bytes it takes. */
    abstract int bind(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException;

    /** Binds the value at which the parser stands. */
    int bindNullable(PreparedStatement statement, int place, JsonParser json) throws SQLException, IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            statement.setNull(place, sqlType);
            return 1;
        }
        return bind(statement, place, json);
    }

    /**
     * The kind of a column.
     *
     * @param jdbcType one of {@link Types}
     * @param name the database's name of the type, which tells some apart that JDBC does not
     * @throws DatabaseException when a backup could not carry its values
     */
    static Kind of(int jdbcType, String name, String column) {
        String type = name.toLowerCase(Locale.ROOT);
        if (type.equals("timestamptz") || type.startsWith("timestamp with")) {
            return INSTANT;
        }
        if (type.equals("uuid")) {
            return UUID_VALUE;
        }
        return switch (jdbcType) {
            case Types.BOOLEAN, Types.BIT -> BOOLEAN;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> FLOATING;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BINARY;
            case Types.DATE -> DATE;
            case Types.TIME -> TIME;
            case Types.TIMESTAMP -> LOCAL_TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            default ->
                throw new DatabaseException("column " + column + " has type " + name + " (" + JDBCType.valueOf(jdbcType)
                        + "), which a backup does not carry");
        };
    }

    private static void writeText(JsonGenerator json, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    private static void writeTime(JsonGenerator json, @Nullable Temporal value) throws IOException {
        writeText(json, value == null ? null : value.toString());
    }
}
