package io.stoa.coupons;

import io.stoa.database.Checkup;
import io.stoa.database.Finding;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares how often coupons say they were used with the orders that use them. */
@Component
class CouponBooks implements Checkup {

    private final JdbcClient database;

    CouponBooks(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "coupons";
    }

    @Override
    public List<Finding> run() {
        var wrong = database.sql("""
                SELECT c.code
                  FROM coupons.coupon c
                 WHERE c.used <> (SELECT count(*) FROM coupons.use u WHERE u.coupon = c.code AND u.counts)
                 ORDER BY c.code
                 LIMIT 1000
                """).query(String.class).list();
        long count = database.sql("SELECT count(*) FROM coupons.coupon")
                .query(Long.class)
                .single();
        var compared = "%d coupons compared with their uses".formatted(count);
        return List.of(
                wrong.isEmpty()
                        ? Finding.fine(compared)
                        : Finding.wrong("%s, %d differ, first %s".formatted(compared, wrong.size(), wrong.getFirst())));
    }
}
