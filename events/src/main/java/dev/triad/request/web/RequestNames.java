package dev.triad.request.web;

import dev.triad.request.RequestIds;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Names every request: in each line of the log that it causes, and in its answer. */
public class RequestNames {
    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        String id = RequestIds.of(request.getHeaderString(RequestIds.HEADER));
        request.setProperty(RequestIds.HEADER, id);
        MDC.put(RequestIds.LOGGED_AS, id);
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response) {
        Object id = request.getProperty(RequestIds.HEADER);
        if (id != null) {
            response.getHeaders().putSingle(RequestIds.HEADER, id);
        }
    }
}
