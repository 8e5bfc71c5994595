package io.vigil.api;

import com.github.f4b6a3.uuid.UuidCreator;
import io.nats.client.Connection;
import io.vigil.api.keys.FirstKey;
import io.vigil.api.keys.KeyDesk;
import io.vigil.api.keys.KeyHash;
import io.vigil.api.keys.KeyRing;
import io.vigil.api.keys.KeyStore;
import io.vigil.api.keys.KeyText;
import io.vigil.api.keys.KeyTrail;
import io.vigil.api.keys.LastUses;
import io.vigil.api.web.ExtensionGate;
import io.vigil.api.web.KeyFilter;
import io.vigil.api.web.KeyRefusal;
import io.vigil.api.web.OpenPaths;
import io.vigil.api.web.Problems;
import io.vigil.api.web.RateGate;
import io.vigil.api.web.ScopeGate;
import io.vigil.audit.AuditTrail;
import io.vigil.publicevent.PublicEvents;
import io.vigil.topology.TopologyProperties;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Who may call, and what. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

    /** How far the time of a key's last use may be behind. */
    private static final Duration USE_PRECISION = Duration.ofMinutes(1);

    @Bean
    KeyHash keyHash(AccessProperties settings, ServerProperties server) {
        settings.refuseAnonymousOn(server.getAddress());
        return new KeyHash(settings.keysPepper());
    }

    @Bean
    KeyRing keyRing(KeyHash hash) {
        return new KeyRing(hash);
    }

    @Bean
    KeyStore keyStore(Connection connection, TopologyProperties sizes, JsonMapper mapper, KeyRing ring)
            throws IOException, InterruptedException {
        return KeyStore.open(connection, sizes.replicas(), mapper, ring);
    }

    @Bean
    LastUses lastUses(KeyStore store) {
        return new LastUses(store, USE_PRECISION).write();
    }

    @Bean
    KeyTrail keyTrail(AuditTrail trail, PublicEvents events, JsonMapper mapper, InstantSource clock) {
        return new KeyTrail(
                trail,
                events,
                mapper,
                clock,
                () -> UuidCreator.getTimeOrderedEpoch().toString());
    }

    @Bean
    KeyDesk keyDesk(KeyStore store, KeyRing ring, KeyHash hash, KeyTrail trail, InstantSource clock) {
        return new KeyDesk(store, ring, hash, trail, clock, new SecureRandom());
    }

    @Bean
    FirstKey firstKey(
            AccessProperties settings, KeyStore store, KeyRing ring, KeyHash hash, KeyTrail trail, InstantSource clock)
            throws IOException {
        var first = new FirstKey(store, ring, hash, trail, clock);
        var brought = KeyText.of(settings.adminKey());
        if (brought.isPresent()) {
            first.take(brought.get());
        }
        return first;
    }

    @Bean
    OpenPaths openPaths() {
        return new OpenPaths();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            OpenPaths open,
            Problems problems,
            KeyRing ring,
            LastUses uses,
            InstantSource clock,
            ExtensionGate extension,
            AccessProperties settings) {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new KeyFilter(ring, uses, clock, extension, settings.anonymous()), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        // Answered by the rules about origins; reaches no controller.
                        .requestMatchers(CorsUtils::isPreFlightRequest)
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new KeyRefusal(problems)))
                .build();
    }

    @Bean
    WebMvcConfigurer gates(Problems problems, OpenPaths open, RateGate rates) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                var _ = registry.addInterceptor(new ScopeGate(problems, open));
                var _ = registry.addInterceptor(rates);
            }
        };
    }
}
