package io.vigil.api.callback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to addresses that callers named: no redirects, no proxy, no cookies, no automatic retries, nothing of the answer
 * but its status, and an end after a fixed time whatever the receiver does. Certificates are checked for the host's name.
 * Blocks. Thread-safe.
 */
public final class CallbackClient implements AutoCloseable {

    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_CONNECTIONS = 64;

    private final CloseableHttpClient http;
    private final Duration timeout;
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("vigil-callback-end").factory());

    /**
     * A client.
     *
     * @param timeout longest time of one call, from the name's resolution to the status
     * @param privateAllowed whether addresses inside may be called
     */
    public CallbackClient(Duration timeout, boolean privateAllowed) {
        this(timeout, new GuardedResolver(InetAddress::getAllByName, privateAllowed));
    }

    CallbackClient(Duration timeout, GuardedResolver resolver) {
        this.timeout = timeout;
        Timeout limit = Timeout.of(timeout);
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(limit)
                                .setSocketTimeout(limit)
                                .build())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_LINE)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(limit)
                        .setConnectionRequestTimeout(limit)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                // A kept connection would be to an address that was resolved for another call.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Vigil-Callback/1")
                .build();
    }

    /** Posts JSON. Never throws for what the receiver does. */
    Posted post(URI address, Map<String, String> headers, byte[] json) {
        var request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        var end = ends.schedule(request::abort, timeout.toNanos(), TimeUnit.NANOSECONDS);
        try {
            var response = http.executeOpen(null, request, null);
            int status = response.getCode();
            // The body may be endless: it is not read, and the connection is closed instead.
            request.abort();
            Closer.closeQuietly(response);
            return new Posted.Answered(status);
        } catch (AddressRefusedException e) {
            return new Posted.AddressRefused();
        } catch (IOException | IllegalStateException e) {
            return new Posted.NotReached(e.getClass().getSimpleName());
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        ends.shutdownNow();
        http.close();
    }
}
