package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.http.route.HttpResponses;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page that shows the status: {@value #PATH}, for everyone who reaches the Gateway, since it holds no data. Its script asks
 * {@link StatusRoute#PATH} with the token that is typed into it. Below the page are its parts and the runbooks that it links to.
 *
 * <p>Mounting is for the thread that sets up the router; files are read from this module on worker threads.
 */
public final class PageRoute {

    /** The path of the page. */
    public static final String PATH = "/diagnostics";

    /** Only what is served here may be loaded, nothing inline, and no other page may frame it. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final Map<String, Resource> FILES = Map.of(
            PATH,
            new Resource("page.html", "text/html; charset=utf-8"),
            PATH + "/page.css",
            new Resource("page.css", "text/css; charset=utf-8"),
            PATH + "/page.js",
            new Resource("page.js", SCRIPT),
            PATH + "/findings.js",
            new Resource("findings.js", SCRIPT),
            PATH + "/units.js",
            new Resource("units.js", SCRIPT));

    private static final Pattern RUNBOOK = Pattern.compile(PATH + "/runbooks/(OpenClaw[A-Za-z]{1,60})");

    /** A file of this module that is served. */
    private record Resource(String file, String contentType) {

        static @Nullable Resource at(String path) {
            Matcher runbook = RUNBOOK.matcher(path);
            return runbook.matches()
                    ? new Resource("runbooks/" + runbook.group(1) + ".md", "text/plain; charset=utf-8")
                    : FILES.get(path);
        }

        /** Returns the content, null if there is no such file. */
        @Nullable
        Buffer read() throws IOException {
            try (InputStream in = PageRoute.class.getResourceAsStream(file)) {
                return in == null ? null : Buffer.buffer(in.readAllBytes());
            }
        }
    }

    private PageRoute() {}

    /** Mounts the page on a root router; other paths and runbooks that do not exist go on to the next route. */
    public static void mount(Vertx vertx, Router router) {
        router.route().handler(context -> {
            Resource resource = Resource.at(context.request().path());
            if (resource == null) {
                context.next();
            } else if (HttpResponses.isRead(context)) {
                vertx.executeBlocking(resource::read, false)
                        .onSuccess(content -> answer(context, resource, content))
                        .onFailure(context::fail);
            } else {
                HttpResponses.methodNotAllowed(context);
            }
        });
    }

    private static void answer(RoutingContext context, Resource resource, @Nullable Buffer content) {
        HttpServerResponse response = context.response();
        if (content == null) {
            context.next();
        } else if (!response.closed()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, resource.contentType())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Referrer-Policy", "no-referrer")
                    .end(content);
        }
    }
}
