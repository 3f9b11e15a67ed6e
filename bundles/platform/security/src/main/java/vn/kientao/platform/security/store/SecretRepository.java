package vn.kientao.platform.security.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Random keys of this installation in {@code security.secret}. */
public final class SecretRepository {

    public Optional<byte[]> find(Handle handle, String name) {
        return handle.createQuery("""
                SELECT secret
                  FROM security.secret
                 WHERE name = :name
                """)
                .bind("name", name)
                .map((row, context) -> row.getBytes("secret"))
                .findOne();
    }

    public void add(Handle handle, String name, byte[] secret) {
        handle.createUpdate("""
                INSERT INTO security.secret (name, secret)
                VALUES (:name, :secret)
                """).bind("name", name).bind("secret", secret).execute();
    }
}
