package io.stoa.catalog;

import io.stoa.shared.Image;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of photographs. */
@Component
class PictureTable {

    private final JdbcClient database;

    PictureTable(JdbcClient database) {
        this.database = database;
    }

    void insert(Image picture) {
        var _ = database.sql("INSERT INTO catalog.picture (hash, type, content) VALUES (:hash, :type, :content) ON CONFLICT (hash) DO NOTHING")
                .param("hash", picture.hash())
                .param("type", picture.type())
                .param("content", picture.content())
                .update();
    }

    Optional<Image> find(String hash) {
        return database.sql("SELECT hash, type, content FROM catalog.picture WHERE hash = :hash")
                .param("hash", hash)
                .query((row, n) -> new Image(row.getString("hash"), row.getString("type"), row.getBytes("content")))
                .optional();
    }
}
