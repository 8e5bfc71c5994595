package io.vigil.logging.clickhouse;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the event log is, and how patient its writer is.
 *
 * @param host host of ClickHouse's HTTP interface
 * @param port port of ClickHouse's HTTP interface
 * @param secure whether to speak HTTPS
 * @param database database of the table, created when absent; letters, digits and underscores
 * @param table table of the events, created when absent; letters, digits and underscores; other tables' names begin with it
 * @param user user name
 * @param password password of the user; empty for none
 * @param connectTimeout how long to wait for a connection
 * @param requestTimeout how long to wait for the answer to one insert or query
 * @param firstRetry pause after the first failed attempt; doubles with each further one
 * @param lastRetry longest pause between two attempts
 * @param retention how long events are kept, in whole days; also in a table that is there already
 * @param tenantRetention how long events of a tenant are kept where that differs, in whole days, by the tenant's name
 */
@Validated
@ConfigurationProperties("vigil.logging.clickhouse")
public record ClickHouseProperties(
        @DefaultValue("localhost") @NotBlank String host,
        @DefaultValue("8123") @Min(1) @Max(65535) int port,
        @DefaultValue("false") boolean secure,

        @DefaultValue("n8n_logs") @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_]{0,63}") String database,

        @DefaultValue("vigil_events") @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_]{0,63}") String table,

        @DefaultValue("default") String user,
        @DefaultValue("") String password,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("100ms") Duration firstRetry,
        @DefaultValue("5s") Duration lastRetry,
        @DefaultValue("365d") Duration retention,
        @DefaultValue Map<String, Duration> tenantRetention) {

    private static final String TENANT = "[A-Za-z0-9._:-]{1,128}";
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public ClickHouseProperties {
        range("connect-timeout", connectTimeout, SHORTEST, LONGEST);
        range("request-timeout", requestTimeout, SHORTEST, LONGEST);
        range("first-retry", firstRetry, SHORTEST, LONGEST);
        range("last-retry", lastRetry, firstRetry, LONGEST);
        range("retention", retention, Duration.ofDays(1), Duration.ofDays(3650));
        tenantRetention = Map.copyOf(tenantRetention);
        tenantRetention.forEach((tenant, kept) -> {
            if (!tenant.matches(TENANT)) {
                throw new IllegalArgumentException(
                        "vigil.logging.clickhouse.tenant-retention: a tenant's name must be 1 to 128 of A-Z a-z 0-9 . _ : -");
            }
            range("tenant-retention." + tenant, kept, Duration.ofDays(1), Duration.ofDays(3650));
        });
    }

    /** The HTTP address. */
    public String url() {
        return (secure ? "https" : "http") + "://" + host + ":" + port;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "ClickHouseProperties[" + url() + "/" + database + "." + table + "]";
    }

    private static void range(String key, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "vigil.logging.clickhouse." + key + " must be " + min + " to " + max + ", but is " + value);
        }
    }
}
