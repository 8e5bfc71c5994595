package io.vigil.api.web;

import io.vigil.api.access.Caller;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller, as Spring Security keeps it during a request. */
final class KeyAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;

    KeyAuthentication(Caller caller) {
        super(List.of(new SimpleGrantedAuthority("CALLER")));
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    /** The text of the key is forgotten as soon as it was looked up. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return caller.key();
    }
}
